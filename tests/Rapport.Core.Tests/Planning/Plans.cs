using Rapport.Core.Planning;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Planning;

/// <summary>Plans as tests want them.</summary>
internal static class Plans
{
    public static Planner Visits { get; } = new([new AppointmentProgram()], Planner.DefaultRules);

    public static Planner Everything { get; } = All(SomeHouseholds.Due);

    public static Planner All(IDueServices due) => new(
        [new AppointmentProgram(), new FollowUpProgram(), new RecallProgram(due), new MomentsProgram(), new EducationProgram(EducationCalendar.Load())],
        Planner.DefaultRules);

    public static Planner Of(params IProgram[] programs) => new(programs, Planner.DefaultRules);

    public static TouchPlan At(this Planner planner, DateTimeOffset now, params PatientBuilder[] members) =>
        planner.Plan(A.Household(members), A.Context(now));

    public static TouchPlan ForVisits(params PatientBuilder[] members) => Visits.At(A.Morning, members);

    public static string Local(this DateTimeOffset instant, string zone = "America/New_York") =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("yyyy-MM-dd HH:mm");

    public static string BestAt(this Touch touch) => touch.Window.BestAt.Local();

    public static Touch Step(this TouchPlan plan, string step) => plan.Touches.ShouldHaveSingleItem(t => t.Step == step);

    public static string SilenceOf(this TouchPlan plan, string step) => plan.Silences.Single(s => s.Step == step).Decisive.Code;

    public static string[] Steps(this TouchPlan plan) => [.. plan.Touches.Select(t => t.Step).Order()];

    public static string[] TaskCodes(this TouchPlan plan) => [.. plan.Tasks.Select(t => t.Code).Order()];

    private static Touch ShouldHaveSingleItem(this IEnumerable<Touch> touches, Func<Touch, bool> which)
    {
        Touch[] found = [.. touches.Where(which)];
        found.Length.ShouldBe(1);
        return found[0];
    }
}

/// <summary>A program that wishes for exactly what a test gives it.</summary>
internal sealed class Wishing(params Func<PatientPicture, Candidate>[] wishes) : IProgram
{
    public string Name => "wishes";

    public IEnumerable<Proposal> Propose(PatientPicture patient, PlanningContext context) => wishes.Select(w => new Proposal.Wish(w(patient)));

    public static Candidate Wish(PatientPicture patient, string step, string notBefore, string bestAt, string expiresAt, Urgency urgency = Urgency.Normal, Core.Primitives.Purpose purpose = Core.Primitives.Purpose.Care) => new()
    {
        Patient = patient,
        Program = "wishes",
        Subject = "s",
        Step = step,
        Purpose = purpose,
        Urgency = urgency,
        Window = new SendWindow(Time.At(notBefore), Time.At(bestAt), Time.At(expiresAt)),
        Because = [Core.Primitives.Finding.For("wished", "A test wishes for it.")],
    };
}
