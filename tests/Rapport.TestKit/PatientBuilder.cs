using Rapport.Core.Intake;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.TestKit;

/// <summary>Builds a picture of a patient, one trait after the other.</summary>
public sealed class PatientBuilder
{
    public const string Mobile = "+15185550111";

    public PatientBuilder(string id, bool isBlank = false)
    {
        Picture = new PatientPicture { Id = new PatientId(id), Household = new HouseholdId("h1"), TimeZones = ["America/New_York"] };
        if (!isBlank)
        {
            Called("Ana").Aged(42).WithMobile().SeenOn("2025-10-07");
        }
    }

    public PatientPicture Picture { get; private set; }

    public static implicit operator PatientPicture(PatientBuilder builder) => builder.Picture;

    public PatientBuilder Called(string? name) => With(p => p with { NameToUse = name, FullName = name is null ? null : $"{name} Vega" });

    /// <summary>So old on the day on which tests happen.</summary>
    public PatientBuilder Aged(int years) => BornOn(DateOnly.FromDateTime(A.Morning.Date).AddYears(-years).AddDays(-100).ToString("yyyy-MM-dd"));

    public PatientBuilder BornOn(string? date) =>
        With(p => p with { BornOn = date is null ? null : PartialDate.TryParse(date, out var born) ? born : throw new FormatException(date) });

    public PatientBuilder Speaking(string language) => With(p => p with { Language = new Language(language) });

    public PatientBuilder Living(params string[] zones) => With(p => p with { TimeZones = [.. zones] });

    public PatientBuilder WithMobile(string number = Mobile, bool isShared = false, ContactState state = ContactState.Usable) =>
        Reachable(new ContactPoint(Channel.Sms, number, state, 10, isShared));

    public PatientBuilder WithEmail(string address = "ana@example.org", int rank = 12, bool isShared = false) =>
        Reachable(new ContactPoint(Channel.Email, address, ContactState.Usable, rank, isShared));

    public PatientBuilder WithHome() => Reachable(new ContactPoint(Channel.Letter, "5 Elm Street\nTroy, NY 12180", ContactState.Usable, 1));

    public PatientBuilder Unreachable() => With(p => p with { Contacts = [] });

    public PatientBuilder Reachable(ContactPoint point) =>
        With(p => p with { Contacts = [.. p.Contacts.Where(c => c.Channel != point.Channel), point] });

    public PatientBuilder CaredForBy(params Caregiver[] caregivers) => With(p => p with { Caregivers = [.. caregivers] });

    public PatientBuilder Deceased(string? on = null) =>
        With(p => p with { IsDeceased = true, DeceasedOn = on is not null && PartialDate.TryParse(on, out var date) ? date : null });

    public PatientBuilder Closed() => With(p => p with { IsActive = false });

    public PatientBuilder Warned(WarningKind kind, string? from = null, string? until = null) =>
        With(p => p with { Warnings = [.. p.Warnings, new Warning(kind, Day(from), Day(until), "Flag/f1")] });

    public PatientBuilder Allowing(Channel[] channels, Purpose[] purposes, string? on = "2026-01-05") => Consenting(true, channels, purposes, on);

    public PatientBuilder Refusing(Channel[] channels, Purpose[] purposes, string? on = "2026-01-05") => Consenting(false, channels, purposes, on);

    public PatientBuilder Noted(string text, string tag = "life", bool mayBeMentioned = false) =>
        With(p => p with { Notes = [.. p.Notes, new SourceNote { Id = $"n{p.Notes.Count + 1}", Patient = p.Id.Value, Text = text, Tag = tag, MayBeMentioned = mayBeMentioned }] });

    public PatientBuilder Seeing(params VisitBuilder[] visits) =>
        With(p => p with { Visits = [.. p.Visits.Concat(visits.Select(v => v.Visit)).OrderBy(v => v.StartsAt)] });

    /// <summary>A finished visit in the past.</summary>
    public PatientBuilder SeenOn(string day, string encounterClass = "AMB", string? type = "check-up") => With(p => p with
    {
        Encounters =
        [
            .. p.Encounters,
            new SourceEncounter
            {
                Id = $"e{p.Encounters.Count + 1}",
                Patient = p.Id.Value,
                Status = "finished",
                Class = encounterClass,
                Types = type is null ? [] : [new Code("urn:practice", type)],
                From = PointInTime.From(Time.At($"{day}T10:00-05:00")),
                Until = PointInTime.From(Time.At($"{day}T10:30-05:00")),
            },
        ],
    });

    public PatientBuilder NeverSeen() => With(p => p with { Encounters = [] });

    public PatientBuilder KnowingClinician(string name) => With(p => p with { KnownClinician = name });

    public PatientBuilder Told(string program, string subject, string step, string sentAt, Channel channel = Channel.Sms, TouchStatus status = TouchStatus.Sent, string address = Mobile, string? template = null) =>
        With(p => p with { History = [.. p.History, A.Past(p.Id, program, subject, step, status, Time.At(sentAt), channel, address) with { Template = template }] });

    /// <summary>A touch without a time of sending: planned, claimed, withdrawn…</summary>
    public PatientBuilder Meant(string program, string subject, string step, TouchStatus status, string address = Mobile) =>
        With(p => p with { History = [.. p.History, A.Past(p.Id, program, subject, step, status, null, address: address)] });

    public PatientBuilder RemindedByOthers(string at) => With(p => p with
    {
        SentByOthers = [new SourceCommunication { Id = "c1", Patient = p.Id.Value, Status = "completed", Categories = [new Code("urn:other", "appointment-reminder")], SentAt = PointInTime.From(Time.At(at)) }],
    });

    public PatientBuilder With(Func<PatientPicture, PatientPicture> change)
    {
        Picture = change(Picture);
        return this;
    }

    private PatientBuilder Consenting(bool isPermit, Channel[] channels, Purpose[] purposes, string? on) =>
        With(p => p with { Consents = [.. p.Consents, new ConsentRule(isPermit, [.. channels], [.. purposes], Day(on), $"Consent/c{p.Consents.Count + 1}")] });

    private static DateOnly? Day(string? text) => text is null ? null : Time.On(text);
}
