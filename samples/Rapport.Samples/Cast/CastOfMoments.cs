using Rapport.Samples.People;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples.Cast;

/// <summary>Birthdays of today and tomorrow, new faces, and somebody who comes of age.</summary>
internal static class CastOfMoments
{
    public static void Join(FrontDesk desk)
    {
        Birthday(desk, DemoCase.BirthdayToday, age: 68, Sex.Female, "es", "gardening");
        Birthday(desk, DemoCase.BirthdayToday, age: 72, Sex.Male, "en", "fishing");
        Birthday(desk, DemoCase.BirthdayToday, age: 36, Sex.Female, "en", "running");
        ChildsBirthday(desk, DemoCase.BirthdayToday, age: 8, "soccer");
        Birthday(desk, DemoCase.BirthdayTomorrow, age: 44, Sex.Male, "en", "baking");
        Birthday(desk, DemoCase.BirthdayTomorrow, age: 60, Sex.Female, "es", "choir");
        Birthday(desk, DemoCase.BirthdayTomorrow, age: 76, Sex.Female, "en", "grandchildren");
        ChildsBirthday(desk, DemoCase.BirthdayTomorrow, age: 4, interest: null);
        ComesOfAge(desk);
        LeapDay(desk);
        Newcomers(desk);
        NewPatient(desk);
    }

    private static void Birthday(FrontDesk desk, DemoCase what, int age, Sex sex, string language, string interest)
    {
        var home = desk.OpenHome(language);
        var person = home.Adult(age, sex) with { Born = Turning(desk, what, age) };
        home.AdmitWith(person, home.HealthOf(person) with { LastSeen = desk.Days.Ago(home.Dice.Between(30, 300)) }, what);
        desk.Notes.Interest(person, interest);
    }

    private static void ChildsBirthday(FrontDesk desk, DemoCase what, int age, string? interest)
    {
        var home = desk.OpenHome();
        var mother = home.Admit(home.Adult(35, Sex.Female));
        var child = home.Admit(home.Child(age, Sex.Male) with { Born = Turning(desk, what, age) }, what);
        home.Guard(child, mother);
        if (interest is not null)
        {
            desk.Notes.Interest(child, interest);
        }
    }

    private static DateOnly Turning(FrontDesk desk, DemoCase what, int age) =>
        desk.Days.TurningAge(age, inDays: what is DemoCase.BirthdayToday ? 0 : 1);

    private static void ComesOfAge(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var mother = home.Admit(home.Adult(46, Sex.Female));
        var teen = home.Child(17, Sex.Male) with { Born = desk.Days.TurningAge(18, inDays: 3), Telecoms = [home.Mobile()] };
        home.Admit(teen, DemoCase.TurnsEighteen);
        home.Guard(teen, mother);
        desk.Book(teen, new VisitPlan(VisitKind.CheckUp, 5));
    }

    private static void LeapDay(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var year = desk.Days.Today.Year - 32;
        var leapYear = Enumerable.Range(year - 8, 9).Last(DateTime.IsLeapYear);
        home.Admit(home.Adult(32, Sex.Female) with { Born = new DateOnly(leapYear, 2, 29) }, DemoCase.LeapDayBirth);
    }

    private static void Newcomers(FrontDesk desk)
    {
        foreach (var (daysAgo, language, kind) in new[] { (2, "en", VisitKind.CheckUp), (4, "es", VisitKind.Cleaning), (6, "en", VisitKind.EyeExam) })
        {
            var home = desk.OpenHome(language);
            var person = home.Adult(home.Dice.Between(28, 60), Sex.Female);
            home.AdmitWith(person, home.HealthOf(person) with { HasHistory = false }, DemoCase.Newcomer);
            desk.Finish(person, kind, daysAgo, overnight: false);
        }
    }

    private static void NewPatient(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var person = home.Adult(39, Sex.Male);
        desk.AdmitToday(person);
        desk.Remember(person.Reference, DemoCase.NewPatient);
        desk.Book(person, new VisitPlan(VisitKind.CheckUp, 3) { IsNewToday = true, Instruction = "Please bring a list of your medicines." });
        desk.Notes.Write(person, "hiking", "interest", mayBeMentioned: true, isNewToday: true);
    }
}
