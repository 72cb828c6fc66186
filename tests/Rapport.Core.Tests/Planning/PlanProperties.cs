using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Planning;

public sealed class PlanProperties
{
    [Fact]
    public void Planning_twice_gives_the_same_plan() => Hold((some, plan) =>
    {
        var again = Plan(some.Household, some.Now);
        again.Touches.ShouldBe(plan.Touches);
        again.Silences.ShouldBe(plan.Silences);
        again.Tasks.ShouldBe(plan.Tasks);
    });

    [Fact]
    public void The_order_of_people_and_of_facts_does_not_matter() => Hold((some, plan) =>
    {
        var shuffled = some.Household with { Members = [.. some.Household.Members.Reverse().Select(Reversed)] };

        Told(Plan(shuffled, some.Now)).ShouldBe(Told(plan));
    });

    [Fact]
    public void Nobody_is_written_to_who_has_died_left_or_said_no() => Hold((some, plan) =>
    {
        foreach (var touch in Leaving(plan))
        {
            var patient = some.Household.Members.First(m => m.Id == touch.Patient);
            patient.IsDeceased.ShouldBeFalse();
            patient.IsActive.ShouldBeTrue();
            patient.Notes.ShouldBeEmpty();
            patient.Warnings.ShouldNotContain(w => w.Kind == WarningKind.DoNotContact || w.Kind == WarningKind.SafeContact);
            ReachChoice.IsAllowed(patient, touch.Channel, touch.Purpose, A.Practice()).ShouldBeTrue();
            var reader = touch.Recipient.PersonId is { } id ? patient.Caregivers.First(c => c.Id == id).Contacts : patient.Contacts;
            reader.First(c => c.Channel == touch.Channel && c.Value == touch.Recipient.Address).State.ShouldBe(ContactState.Usable);
        }
    });

    [Fact]
    public void Every_message_arrives_at_a_good_hour_in_every_zone_of_its_people() => Hold((_, plan) =>
    {
        foreach (var touch in Leaving(plan))
        {
            touch.Zones.ShouldNotBeEmpty();
            touch.Hours.Allow(touch.Window.BestAt, touch.Zones).ShouldBeTrue();
            touch.Window.BestAt.ShouldBeLessThan(touch.Window.ExpiresAt);
        }
    });

    [Fact]
    public void Nobody_is_written_to_more_often_than_agreed() => Hold((some, plan) =>
    {
        var context = A.Context(some.Now);
        var contacts = Leaving(plan).Where(t => t.Urgency is not Urgency.Notice)
            .Select(t => (t.Recipient.Address, Day: context.LocalDay(EffectiveAt(t, some.Now)), t.GroupKey))
            .Distinct()
            .Select(c => (c.Address, c.Day))
            .Concat(some.Household.Members.SelectMany(m => m.History).Select(h => (h.Address, Day: context.LocalDay(h.SentAt!.Value), h.SentAt)).Distinct().Select(c => (c.Address, c.Day)))
            .ToList();

        // Two adults of one phone are each told of their own visit: there the address is not the person.
        var shared = some.Household.Members.SelectMany(m => m.Contacts).Where(c => c.IsShared).Select(c => c.Value).ToHashSet();
        foreach (var touch in Leaving(plan).Where(t => t.Urgency is not Urgency.Notice && !shared.Contains(t.Recipient.Address)))
        {
            var day = context.LocalDay(EffectiveAt(touch, some.Now));
            var mine = contacts.Where(c => c.Address == touch.Recipient.Address).ToList();
            mine.Count(c => c.Day == day).ShouldBeLessThanOrEqualTo(1);
            for (var start = -6; start <= 0; start++)
            {
                var from = day.AddDays(start);
                mine.Count(c => c.Day >= from && c.Day < from.AddDays(7)).ShouldBeLessThanOrEqualTo(3);
            }
        }
    });

    [Fact]
    public void Nothing_that_a_program_wished_for_vanishes() => Hold((some, plan) =>
    {
        var context = A.Context(some.Now);
        var wishes = some.Household.Members
            .SelectMany(m => Programs().SelectMany(p => p.Propose(m, context)).OfType<Proposal.Wish>().Select(w => w.Candidate))
            .ToList();

        foreach (var wish in wishes)
        {
            var touches = plan.Touches.Count(t => t.Id == wish.Id);
            var silences = plan.Silences.Count(s => Touch.IdOf(s.Patient, s.Program, s.Subject, s.Step) == wish.Id);
            (touches + silences).ShouldBe(1, $"{wish}");
        }
    });

    [Fact]
    public void Every_silence_says_why() => Hold((_, plan) => plan.Silences.ShouldAllBe(s => s.Decisive.Bearing == Bearing.Against && s.Decisive.Because.Length > 10));

    [Fact]
    public void What_leaves_together_has_one_reader_one_channel_one_language_and_one_hour() => Hold((_, plan) =>
    {
        foreach (var group in Leaving(plan).GroupBy(t => t.GroupKey))
        {
            group.Select(t => (t.Recipient.Address, t.Channel, t.Language, t.Window.BestAt, t.Window.ExpiresAt, t.Program, t.Step)).Distinct().Count().ShouldBe(1);
        }
    });

    [Fact]
    public void An_hour_later_the_plan_still_holds_what_has_not_left() => Hold((some, plan) =>
    {
        // A queue that changed with every look would never be approved by anybody.
        var later = Plan(some.Household, some.Now.AddMinutes(1));
        var same = later.Touches.Count(t => plan.Touches.Any(b => b.Id == t.Id && b.Window == t.Window));
        same.ShouldBeGreaterThanOrEqualTo(plan.Touches.Count - 2);
    });

    private static IProgram[] Programs() =>
    [
        new Core.Planning.Programs.AppointmentProgram(), new Core.Planning.Programs.FollowUpProgram(), new Core.Planning.Programs.RecallProgram(SomeHouseholds.Due),
        new Core.Planning.Programs.MomentsProgram(), new Core.Planning.Programs.EducationProgram(Core.Planning.Calendar.EducationCalendar.Load()),
    ];

    private static void Hold(Action<SomeCase, TouchPlan> law) => Properties.Hold(SomeHouseholds.Cases, some => law(some, Plan(some.Household, some.Now)));

    private static TouchPlan Plan(Household household, DateTimeOffset now) => Plans.Everything.Plan(household, A.Context(now));

    private static IEnumerable<Touch> Leaving(TouchPlan plan) => plan.Touches.Where(t => t.Status is TouchStatus.Planned);

    // A best hour in the past means: at the next good hour.
    private static DateTimeOffset EffectiveAt(Touch touch, DateTimeOffset now) => touch.Window.BestAt >= now ? touch.Window.BestAt : touch.Hours.NextAt(now, touch.Zones);

    private static string[] Told(TouchPlan plan) =>
    [
        .. plan.Touches.Select(t => $"{t.Id} {t.Channel} {t.Recipient.Address} {t.Window} {t.GroupKey}").Order(StringComparer.Ordinal),
        .. plan.Silences.Select(s => $"{s.Patient} {s.Program} {s.Subject} {s.Step} {s.Decisive.Code}").Order(StringComparer.Ordinal),
        .. plan.Tasks.Select(t => $"{t.Patient} {t.Subject} {t.Code}").Order(StringComparer.Ordinal),
    ];

    // What the picture keeps in no order of its own.
    private static PatientPicture Reversed(PatientPicture patient) => patient with
    {
        Consents = [.. patient.Consents.Reverse()],
        Warnings = [.. patient.Warnings.Reverse()],
        History = [.. patient.History.Reverse()],
        Caregivers = [.. patient.Caregivers.Reverse()],
        Encounters = [.. patient.Encounters.Reverse()],
    };
}
