using Rapport.Samples.People;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples.Cast;

/// <summary>One visit of every state and of every way in which a book can change overnight.</summary>
internal static class CastOfVisits
{
    public static void Join(FrontDesk desk)
    {
        ChangedOvernight(desk);
        Standing(desk);
        WrittenOtherwise(desk);
        Over(desk);
    }

    private static void ChangedOvernight(FrontDesk desk)
    {
        Visit(desk, new VisitPlan(VisitKind.CheckUp, 3) { MovedTo = 5 }, DemoCase.MovedVisit);
        Visit(desk, new VisitPlan(VisitKind.Cleaning, 1) { MovedTo = 2 }, DemoCase.MovedVisit);
        Visit(desk, new VisitPlan(VisitKind.EyeExam, 3) { MovedTo = 3 }, DemoCase.MovedHour);
        Visit(desk, new VisitPlan(VisitKind.FollowUp, 1) { StatusToday = "cancelled", CancelledBy = "prov" }, DemoCase.CancelledByPractice);
        Visit(desk, new VisitPlan(VisitKind.Cleaning, 3) { StatusToday = "cancelled", CancelledBy = "prov" }, DemoCase.CancelledByPractice);
        Visit(desk, new VisitPlan(VisitKind.CheckUp, 1) { StatusToday = "cancelled", CancelledBy = "pat" }, DemoCase.CancelledByPatient);
    }

    private static void Standing(FrontDesk desk)
    {
        Visit(desk, new VisitPlan(VisitKind.CheckUp, 1) { IsConfirmed = true }, DemoCase.ConfirmedVisit);
        Visit(desk, new VisitPlan(VisitKind.Cleaning, 3) { IsConfirmed = true }, DemoCase.ConfirmedVisit);
        Visit(desk, new VisitPlan(VisitKind.FollowUp, 3) { Status = "pending" }, DemoCase.PendingVisit);
        Visit(desk, new VisitPlan(VisitKind.CheckUp, 6) { Status = "proposed" }, DemoCase.ProposedVisit);
        Visit(desk, new VisitPlan(VisitKind.Counselling, 1), DemoCase.SensitiveVisit);
        Visit(desk, new VisitPlan(VisitKind.CheckUp, 0));
        Visit(desk, new VisitPlan(VisitKind.EyeExam, 0) { Instruction = "Please bring your glasses." });
    }

    private static void WrittenOtherwise(FrontDesk desk)
    {
        Visit(desk, new VisitPlan(VisitKind.FollowUp, 3) { InternalReason = "PAIN" }, DemoCase.PainVisit);
        Visit(desk, new VisitPlan(VisitKind.CheckUp, 3) { Style = ReferenceStyle.EveryoneByIdentifier }, DemoCase.ConditionalReferenceVisit);
        Visit(desk, new VisitPlan(VisitKind.Cleaning, 1) { Style = ReferenceStyle.Contained }, DemoCase.ContainedPractitionerVisit);
        Visit(desk, new VisitPlan(VisitKind.EyeExam, 1) { InUtc = true }, DemoCase.UtcVisit);
    }

    private static void Over(FrontDesk desk)
    {
        Visit(desk, new VisitPlan(VisitKind.CheckUp, -1) { StatusToday = "noshow" }, DemoCase.NoShowYesterday);
        Visit(desk, new VisitPlan(VisitKind.Cleaning, -1), DemoCase.UnclosedYesterday);
        Visit(desk, new VisitPlan(VisitKind.CheckUp, -1) { Status = "arrived" }, DemoCase.ArrivedYesterday);

        var home = desk.OpenHome();
        var told = home.Admit(home.Adult(59, Sex.Male));
        desk.Finish(told, VisitKind.FollowUp, daysAgo: 1, overnight: false, DemoCase.BadNewsYesterday);
        desk.Flag(told, "bad-news", daysAgo: 1);

        var other = desk.OpenHome();
        desk.Finish(other.Admit(other.Adult(29, Sex.Female)), VisitKind.WomensHealth, daysAgo: 1, overnight: false, DemoCase.SensitiveYesterday);

        var spanish = desk.OpenHome("es");
        desk.Finish(spanish.Admit(spanish.Adult(54, Sex.Female)), VisitKind.Cleaning, daysAgo: 1, overnight: true);
    }

    private static void Visit(FrontDesk desk, VisitPlan plan, params ReadOnlySpan<DemoCase> cases)
    {
        var home = desk.OpenHome(desk.Numbers.Count("p") % 4 is 0 ? "es" : "en");
        var person = home.Admit(home.Adult(home.Dice.Between(25, 74), home.Dice.Pick(Sex.Female, Sex.Male)));
        desk.Book(person, plan, cases);
    }
}
