using FsCheck;
using FsCheck.Fluent;
using Rapport.Core.Planning;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.TestKit;

/// <summary>A household and a moment, drawn from a number: the number is all that is needed to see it again.</summary>
public sealed record SomeCase(int Number, Household Household, DateTimeOffset Now)
{
    public override string ToString() => $"case {Number} at {Now:O}";
}

/// <summary>Draws households that hold everything that goes wrong in real ones.</summary>
public static class SomeHouseholds
{
    private static readonly string[] Numbers = ["+15185550111", "+15185550122", "+15185550133"];
    private static readonly string[] Mails = ["a@example.org", "b@example.org"];
    private static readonly string[][] Homes = [["America/New_York"], ["America/New_York"], ["America/New_York", "America/Chicago"], ["Pacific/Honolulu"], ["Pacific/Guam"], ["Europe/Madrid"]];

    public static Gen<SomeCase> Cases { get; } = Gen.Choose(0, 10_000_000).Select(From);

    public static Gen<Household> Households { get; } = Cases.Select(c => c.Household);

    public static Gen<PatientPicture> Patients { get; } = Cases.Select(c => c.Household.Members[0]);

    public static Gen<DateTimeOffset> Moments { get; } = Gen.Choose(0, 365 * 24 * 60).Select(minutes => Time.At("2026-01-01T00:00Z").AddMinutes(minutes));

    /// <summary>What is due for a patient follows from the id, so that a schedule can be scripted for any of them.</summary>
    public static IDueServices Due { get; } = new DueByChance();

    public static SomeCase From(int number)
    {
        var dice = new Dice(number);
        var now = Time.At("2026-01-01T00:00Z").AddMinutes(dice.Below(365 * 24 * 60, "now"));
        return new SomeCase(number, new Household(new HouseholdId($"h{number}"), [.. Enumerable.Range(0, 1 + dice.Below(4, "members")).Select(i => Member(dice, i, number, now))]), now);
    }

    private static PatientPicture Member(Dice dice, int index, int number, DateTimeOffset now)
    {
        var id = new PatientId($"p{number}-{index}");
        bool Is(int percent, string what) => dice.Below(100, what, id.Value) < percent;
        int Below(int count, string what) => dice.Below(count, what, id.Value);
        var born = DateOnly.FromDateTime(now.Date).AddDays(-Below(365 * 90, "born"));
        var deceased = Is(8, "deceased");
        return new PatientPicture
        {
            Id = id,
            Household = new HouseholdId($"h{number}"),
            NameToUse = Is(90, "name") ? $"Name{index}" : null,
            BornOn = Is(90, "age") ? PartialDate.From(born) : null,
            IsDeceased = deceased,
            DeceasedOn = deceased && Is(50, "dated") ? PartialDate.From(DateOnly.FromDateTime(now.Date).AddDays(-Below(400, "died"))) : null,
            IsActive = Is(95, "active"),
            Language = new Language(Below(10, "language") switch { 0 => "vi", < 4 => "es", _ => "en" }),
            TimeZones = [.. Homes[Below(Homes.Length, "home")]],
            Contacts = [.. Contacts(id.Value, Is, Below)],
            Caregivers = Is(50, "carer") ? [A.Relative(Is(50, "guard") ? "GUARD" : "MTH", $"r-{id}", "Rosa", Is(85, "carer phone") ? Numbers[Below(3, "carer number")] : null, Is(30, "carer language") ? "es" : null)] : [],
            Consents = [.. Enumerable.Range(0, Below(3, "consents")).Select(i => new ConsentRule(
                Is(40, $"permit{i}"),
                Is(50, $"channel{i}") ? [(Channel)Below(2, $"which{i}")] : [],
                Is(50, $"purpose{i}") ? [(Purpose)Below(2, $"why{i}")] : [],
                Is(80, $"dated{i}") ? new DateOnly(2025, 1 + Below(12, $"month{i}"), 1) : null,
                $"Consent/{i}"))],
            Warnings = Is(10, "warned") ? [new Warning((WarningKind)Below(7, "kind"), null, null, "Flag/f")] : [],
            Visits = [.. Enumerable.Range(0, Below(4, "visits")).Select(i => SomeVisit(id, i, now, Is, Below)).OrderBy(v => v.StartsAt)],
            Encounters = A.Patient(id.Value).NeverSeen().SeenOn($"{now.AddDays(-Below(1500, "seen")):yyyy-MM-dd}", type: Is(50, "dental") ? "cleaning" : "check-up").Picture.Encounters,
            Notes = Is(4, "note") ? A.Patient(id.Value).Noted("Her husband passed away.").Picture.Notes : [],
            History = [.. Enumerable.Range(0, Below(4, "history")).Select(i => A.Past(
                id, Is(50, $"program{i}") ? "moments" : "recall", $"past {i}", "invite", Is(70, $"sent{i}") ? TouchStatus.Sent : TouchStatus.Bounced,
                now.AddHours(-Below(24 * 12, $"ago{i}")), Channel.Sms, Numbers[Below(3, $"to{i}")]))],
        };
    }

    private static IEnumerable<ContactPoint> Contacts(string id, Func<int, string, bool> isOften, Func<int, string, int> below)
    {
        if (isOften(75, "mobile"))
        {
            yield return new ContactPoint(Channel.Sms, Numbers[below(3, "number")], isOften(90, "usable") ? ContactState.Usable : ContactState.Suppressed, 10, isOften(20, "shared"));
        }

        if (isOften(50, "mail"))
        {
            yield return new ContactPoint(Channel.Email, Mails[below(2, "address")], ContactState.Usable, isOften(20, "ranked") ? 1 : 12);
        }

        if (isOften(50, "post"))
        {
            yield return new ContactPoint(Channel.Letter, $"{id} Elm Street\nTroy, NY 12180", ContactState.Usable, 1);
        }
    }

    private static Visit SomeVisit(PatientId id, int i, DateTimeOffset now, Func<int, string, bool> isOften, Func<int, string, int> below)
    {
        var start = new DateTimeOffset(now.UtcDateTime.Date.AddDays(below(24, $"day{i}") - 5).AddHours(12 + below(9, $"hour{i}")), TimeSpan.Zero);
        var moved = isOften(20, $"moved{i}");
        return new Visit
        {
            Id = $"{id}-v{i}",
            Status = (VisitStatus)below(11, $"status{i}"),
            StartsAt = start,
            EndsAt = start.AddMinutes(30),
            MovedFrom = moved ? start.AddDays(-1) : null,
            MovedAt = moved ? now.AddHours(-below(200, $"learned{i}")) : null,
            CancelledAt = isOften(50, $"cancelled{i}") ? now.AddHours(-below(200, $"heard{i}")) : null,
            Sensitivity = isOften(15, $"sensitive{i}") ? Sensitivity.Sensitive : Sensitivity.Generic,
            Clinician = "Dr. Lee",
        };
    }

    private sealed class DueByChance : IDueServices
    {
        public ValueList<Label> LabelsOf(string service) => [new Label(Language.English, service), new Label(Language.Spanish, service)];

        public IEnumerable<DueFinding> For(PatientPicture picture, DateOnly today, int ahead)
        {
            for (var i = 0; i < Chance.Pick(4, picture.Id.Value, "due"); i++)
            {
                var dueOn = today.AddDays(ahead - Chance.Pick(200, picture.Id.Value, $"due on {i}"));
                yield return Chance.Pick(5, picture.Id.Value, $"quiet {i}") is 0
                    ? new DueFinding.Quiet($"service-{i}", Finding.Against("declined", "They declined."))
                    : new DueFinding.Due(ScriptedDueServices.Due($"service-{i}", $"{dueOn:yyyy-MM-dd}", isTalk: Chance.Pick(6, picture.Id.Value, $"talk {i}") is 0));
            }
        }
    }

    private sealed class Dice(int number)
    {
        public int Below(int count, params ReadOnlySpan<string> what) => Chance.Pick(count, [number.ToString(), .. what]);
    }
}
