using Rapport.Samples.People;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples.Cast;

/// <summary>Death and grief: people to whom nothing, or nothing cheerful, may be said.</summary>
internal static class CastOfLosses
{
    public static void Join(FrontDesk desk)
    {
        NewlyDeceased(desk);
        WidowWithSharedPhone(desk);
        DeadForLong(desk);
        BirthdayInGrief(desk);
        LostPregnancy(desk);
    }

    private static void NewlyDeceased(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var alive = home.Adult(81, Sex.Male);
        desk.AdmitChanged(alive, alive with { DiedOn = desk.Days.Yesterday }, home.HealthOf(alive), home.Dice);
        desk.Remember(alive.Reference, DemoCase.NewlyDeceased);
        desk.Book(alive, new VisitPlan(VisitKind.CheckUp, 3), DemoCase.VisitOfNewlyDeceased);
        desk.Notes.Interest(alive, "chess");
        home.AddCarer(alive, Contacts.DaughterOf(home), ["DAUC"]);
    }

    private static void WidowWithSharedPhone(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var widow = home.Adult(77, Sex.Female);
        var husband = home.Somebody(79, Sex.Male) with { DiedOn = desk.Days.Ago(140), Telecoms = [widow.Telecoms[0]] };
        home.Admit(widow, DemoCase.Widow);
        home.Admit(husband, DemoCase.DeceasedSharingPhone);
        home.AddCarer(husband, widow, ["SPS"]);
        desk.Flag(widow, "grief", daysAgo: 139);
        desk.Book(widow, new VisitPlan(VisitKind.EyeExam, 1));
    }

    private static void DeadForLong(FrontDesk desk)
    {
        var home = desk.OpenHome();
        home.Admit(home.Adult(88, Sex.Female) with { DiedUndated = true }, DemoCase.DeceasedUndated);

        var other = desk.OpenHome();
        var born = other.Adult(80, Sex.Male) with { Born = desk.Days.TurningAge(80, inDays: 0), DiedOn = desk.Days.Ago(45) };
        other.Admit(born, DemoCase.DeceasedBirthday);
        desk.Notes.Interest(born, "fishing");
    }

    private static void BirthdayInGrief(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var person = home.Adult(64, Sex.Female) with { Born = desk.Days.TurningAge(64, inDays: 0) };
        home.AdmitWith(person, home.HealthOf(person) with { LastSeen = desk.Days.Ago(90) }, DemoCase.GrievingBirthday);
        desk.Flag(person, "grief", daysAgo: 20);
        desk.Notes.Interest(person, "quilting");
    }

    private static void LostPregnancy(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var person = home.Admit(home.Adult(31, Sex.Female), DemoCase.PregnancyLoss);
        desk.Flag(person, "pregnancy-loss", daysAgo: 12);
        desk.Book(person, new VisitPlan(VisitKind.WomensHealth, 5), DemoCase.SensitiveVisit);
    }
}
