using Rapport.Samples.People;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples.Cast;

/// <summary>Names that break careless code, and records that are not quite in order.</summary>
internal static class CastOfNames
{
    public static void Join(FrontDesk desk)
    {
        Named(desk, DemoCase.NameWithDiacritics, ["Žofia", "Þórdís"], "Müller-Núñez");
        Named(desk, DemoCase.LongName, ["Maximiliana", "Alexandrina", "Philippa"], "Konstantinopoulou-Featherstonehaugh");
        Named(desk, DemoCase.Mononym, ["Suharti"], family: null);
        Named(desk, DemoCase.NameIsAWord, ["May"], "Baker");
        Named(desk, DemoCase.NameIsAWord, ["Will"], "Carter");
        Named(desk, DemoCase.NameIsAWord, ["Hope"], "Young");
        Named(desk, DemoCase.NameToUseDiffers, ["William", "Arthur"], "Fletcher", new PreferredName("Bill", "nickname"));
        Named(desk, DemoCase.NameToUseDiffers, ["Jonathan"], "Osborne", new PreferredName("Jordan", "usual"));
        Merged(desk);
        BirthDates(desk);
        Inactive(desk);
    }

    private static void Named(FrontDesk desk, DemoCase what, string[] given, string? family, PreferredName? nameToUse = null)
    {
        var home = desk.OpenHome();
        var person = home.Somebody(home.Dice.Between(30, 65), home.Dice.Pick(Sex.Female, Sex.Male)) with
        {
            Given = given,
            Family = family,
            NameToUse = nameToUse,
        };
        person = home.Admit(home.Reachable(person), what);
        desk.Book(person, new VisitPlan(home.Dice.Pick(VisitKind.CheckUp, VisitKind.Cleaning), home.Dice.Pick(1, 3)));
    }

    // Registered twice; the front desk joined the two, but one visit still hangs on the old record.
    private static void Merged(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var kept = home.Admit(home.Adult(52, Sex.Female), DemoCase.MergedInto);
        var old = home.Somebody(52, Sex.Female) with
        {
            Given = kept.Given,
            Born = kept.Born,
            Telecoms = [kept.Telecoms[0]],
            IsActive = false,
            ReplacedBy = kept.Id,
        };
        home.AdmitWith(old, home.HealthOf(old) with { HasHistory = false }, DemoCase.MergedAway);
        desk.Book(old, new VisitPlan(VisitKind.Cleaning, 3));
    }

    private static void BirthDates(FrontDesk desk)
    {
        foreach (var (what, text) in new[]
        {
            (DemoCase.BirthYearOnly, "1957"),
            (DemoCase.BirthMonthOnly, "1984-03"),
            (DemoCase.NoBirthDate, ""),
            (DemoCase.ImpossibleBirthDate, "2091-02-31"),
        })
        {
            var home = desk.OpenHome();
            var age = desk.Days.Today.Year - (what is DemoCase.BirthYearOnly ? 1957 : 1984);
            var person = home.Admit(home.Adult(age, Sex.Female) with { BirthDateOnRecord = text }, what);
            desk.Book(person, new VisitPlan(VisitKind.FollowUp, 7));
        }
    }

    private static void Inactive(FrontDesk desk)
    {
        foreach (var age in new[] { 33, 70 })
        {
            var home = desk.OpenHome();
            home.Admit(home.Adult(age, Sex.Male) with { IsActive = false }, DemoCase.Inactive);
        }
    }
}
