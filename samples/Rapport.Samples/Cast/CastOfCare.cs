using Rapport.Samples.Fhir;
using Rapport.Samples.History;
using Rapport.Samples.People;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples.Cast;

/// <summary>People whose records decide what is due, what is not, and what must never be named.</summary>
internal static class CastOfCare
{
    public static void Join(FrontDesk desk)
    {
        Join(desk, DemoCase.Diabetic, 61, Sex.Male, health => health with { Problems = [Codes.Diabetes, Codes.Hypertension] });
        Join(desk, DemoCase.DueForMammogram, 58, Sex.Female, health => health with { ScreenedDaysAgo = 1200 });
        Join(desk, DemoCase.AfterHysterectomy, 55, Sex.Female, health => health with { Operations = [Codes.Hysterectomy] });
        Join(desk, DemoCase.AfterMastectomy, 62, Sex.Female, health => health with { Operations = [Codes.BilateralMastectomy] });
        Join(desk, DemoCase.AfterColectomy, 66, Sex.Male, health => health with { Operations = [Codes.Colectomy] });
        Join(desk, DemoCase.Hiv, 41, Sex.Male, health => health with { Problems = [Codes.Hiv] });
        Join(desk, DemoCase.LongUnseen, 56, Sex.Male, health => health with { LastSeen = desk.Days.Ago(2930), FirstSeen = desk.Days.Ago(3400) });

        var sad = Join(desk, DemoCase.Depression, 34, Sex.Female, health => health with { Problems = [Codes.Depression] });
        desk.Book(sad, new VisitPlan(VisitKind.Counselling, 3), DemoCase.SensitiveVisit);

        var done = Join(desk, DemoCase.AlreadyBooked, 54, Sex.Female, health => health with { ScreenedDaysAgo = 100, Problems = [] });
        desk.Book(done, new VisitPlan(VisitKind.CheckUp, 9));

        Child(desk, DemoCase.ChildBehindOnVaccines, age: 2, stoppedAtMonths: 3);
        Child(desk, DemoCase.ChildUpToDate, age: 6, stoppedAtMonths: null);
    }

    private static Person Join(FrontDesk desk, DemoCase what, int age, Sex sex, Func<Health, Health> change)
    {
        var home = desk.OpenHome();
        var person = home.Adult(age, sex);
        var seen = home.HealthOf(person) with { LastSeen = desk.Days.Ago(home.Dice.Between(60, 380)), FirstSeen = desk.Days.Ago(2000) };
        return home.AdmitWith(person, change(seen), what);
    }

    private static void Child(FrontDesk desk, DemoCase what, int age, int? stoppedAtMonths)
    {
        var home = desk.OpenHome();
        var mother = home.Admit(home.Adult(33, Sex.Female));
        var child = home.Child(age, Sex.Female);
        home.AdmitWith(child, home.HealthOf(child) with { VaccinesStoppedAtMonths = stoppedAtMonths }, what);
        home.Guard(child, mother);
    }
}
