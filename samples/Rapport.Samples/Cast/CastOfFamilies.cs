using Rapport.Samples.People;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples.Cast;

/// <summary>Families whose messages go to somebody else than the patient.</summary>
internal static class CastOfFamilies
{
    public static void Join(FrontDesk desk)
    {
        SiblingsOnOneDay(desk, "en", Sex.Female, [10, 7, 4], inDays: 3, DemoCase.ThreeVisitsOneDay);
        SiblingsOnOneDay(desk, "es", Sex.Male, [9, 6], inDays: 1, DemoCase.TwoVisitsTomorrow);
        Divorced(desk);
        Grandmother(desk);
        Elder(desk);
        ConfidentialTeen(desk);
        OtherLanguages(desk);
    }

    private static void SiblingsOnOneDay(FrontDesk desk, string language, Sex parentSex, int[] ages, int inDays, DemoCase what)
    {
        var home = desk.OpenHome(language);
        var parent = home.Admit(home.Adult(38, parentSex), what, language is "es" ? DemoCase.SpanishSpeaker : what);
        TimeOnly? after = null;
        foreach (var age in ages)
        {
            var child = home.Admit(home.Child(age, home.Dice.Pick(Sex.Female, Sex.Male)));
            home.Guard(child, parent);
            after = desk.Book(child, new VisitPlan(VisitKind.WellChild, inDays) { After = after }, DemoCase.FamilyVisit).Time;
        }
    }

    private static void Divorced(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var elsewhere = desk.OpenHome();
        var child = home.Admit(home.Child(7, Sex.Female), DemoCase.ChildOfDivorcedParents);
        home.Guard(child, home.Admit(home.Adult(36, Sex.Female)));
        elsewhere.Guard(child, elsewhere.Adult(39, Sex.Male));
        desk.Book(child, new VisitPlan(VisitKind.Cleaning, 3));
    }

    private static void Grandmother(FrontDesk desk)
    {
        var home = desk.OpenHome("es");
        var grandmother = home.Admit(home.Adult(63, Sex.Female));
        var child = home.Admit(home.Child(5, Sex.Male), DemoCase.RaisedByGrandmother);
        home.Guard(child, grandmother, "GRPRN");
        desk.Book(child, new VisitPlan(VisitKind.Vaccine, 1));
    }

    private static void Elder(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var elder = home.Admit(home.Somebody(91, Sex.Female) with { Telecoms = [home.Landline(rank: 1)] }, DemoCase.ElderWithCaregiver);
        home.AddCarer(elder, Contacts.DaughterOf(home), ["DAUC"]);
        desk.Book(elder, new VisitPlan(VisitKind.FollowUp, 3));
    }

    private static void ConfidentialTeen(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var mother = home.Admit(home.Adult(44, Sex.Female));
        var teen = home.Admit(home.Child(16, Sex.Female) with { Telecoms = [home.Mobile()] }, DemoCase.ConfidentialTeen);
        home.Guard(teen, mother);
        desk.Flag(teen, "confidential", daysAgo: 25);
        desk.Book(teen, new VisitPlan(VisitKind.WomensHealth, 3), DemoCase.SensitiveVisit);
    }

    private static void OtherLanguages(FrontDesk desk)
    {
        foreach (var (language, inDays) in new[] { ("vi", 1), ("zh", 3), ("ar", 1) })
        {
            var home = desk.OpenHome(language);
            var person = home.Admit(home.Adult(home.Dice.Between(30, 60), Sex.Female), DemoCase.OtherLanguage);
            desk.Book(person, new VisitPlan(VisitKind.CheckUp, inDays));
        }

        var spanish = desk.OpenHome("es");
        var speaker = spanish.Admit(spanish.Adult(48, Sex.Female), DemoCase.SpanishSpeaker);
        desk.Book(speaker, new VisitPlan(VisitKind.EyeExam, 3));
    }
}
