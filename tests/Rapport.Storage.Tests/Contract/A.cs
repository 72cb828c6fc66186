using Rapport.Core.Intake;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Composing;
using Rapport.Engine.Delivery;
using Rapport.Engine.Planning;
using Rapport.Engine.Records;

namespace Rapport.Storage.Tests.Contract;

/// <summary>Things a practice has, with plain defaults.</summary>
internal static class A
{
    public static readonly DateTimeOffset Monday = DateTimeOffset.Parse("2026-03-02T09:00:00+00:00");

    public static SourcePatient Patient(string id = "ana", params SourceIdentifier[] identifiers) =>
        new() { Id = id, Names = [new SourceName { Family = "Rivera" }], Identifiers = [.. identifiers] };

    public static SourceAppointment Appointment(string id = "visit-1", string patient = "ana", int day = 10, string status = "booked") =>
        new() { Id = id, Patient = patient, Status = status, StartsAt = Monday.AddDays(day), EndsAt = Monday.AddDays(day).AddMinutes(30) };

    public static SourceCondition Condition(string id, string patient = "ana") =>
        new() { Id = id, Patient = patient, Codes = [new Code("http://snomed.info/sct", "44054006")] };

    public static Touch Touch(
        string subject = "visit-1", string patient = "ana", string program = "appointment", string step = "remind", string? household = null, string? group = null) => new()
    {
        Id = Core.Planning.Touch.IdOf(new PatientId(patient), program, subject, step),
        Patient = new PatientId(patient),
        Household = new HouseholdId(household ?? patient),
        Program = program,
        Subject = subject,
        Step = step,
        Purpose = Purpose.Care,
        Recipient = new Recipient(null, $"{patient}@example.org"),
        Channel = Channel.Email,
        Language = Language.English,
        Window = new SendWindow(Monday, Monday.AddHours(1), Monday.AddDays(3)),
        GroupKey = group ?? $"{patient}/{subject}",
        RuleVersion = "1",
        Because = [Finding.For("appointment", "You have a visit on 12 March."), Finding.Shapes("quiet-hours", "Not before 8.")],
    };

    public static TouchPlan Plan(params Touch[] touches) =>
        new() { Household = touches.Length > 0 ? touches[0].Household : new HouseholdId("ana"), Touches = [.. touches] };

    public static StoredMessage Message(string words = "See you on Thursday.", string key = "one") =>
        new(Chance.IdOf("message", key), "visit-remind/2", "Your visit", words, """[{"sentence":1,"on":"Appointment/visit-1"}]""");

    public static Composition Approved(StoredMessage message, params Touch[] touches) => new(touches, TouchStatus.Approved, null, message);

    /// <summary>Plans, composes and approves touches of one household, ready to be claimed from 10:00 on.</summary>
    public static void HasApproved(this Stores stores, params Touch[] touches)
    {
        stores.Touches.Save([Plan(touches)], Monday);
        foreach (var group in touches.GroupBy(t => t.GroupKey))
        {
            stores.Messages.Save([Approved(Message($"About {group.Key}.", group.Key), [.. group])], Monday);
        }
    }

    public static StoredTouch Touch(this Stores stores, Touch touch) =>
        stores.Touches.TouchesOf([touch.Patient]).Single(t => t.Touch.Id == touch.Id);

    public static HouseholdCharts[] Everyone(this Stores stores) => [.. stores.Households.Read(new ChartFilter.Everyone(), CancellationToken.None)];

    public static Chart ChartOf(this Stores stores, string patient) =>
        stores.Everyone().SelectMany(h => h.Charts).Single(c => c.Patient.Id == patient);

    public static IReadOnlyList<ClaimDecision> SendAll(DueHousehold due) =>
        [.. due.Due.Select(d => new ClaimDecision.Send(d.Touch.Id, d.Message!))];
}
