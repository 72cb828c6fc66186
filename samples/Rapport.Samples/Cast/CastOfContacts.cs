using Rapport.Samples.People;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples.Cast;

/// <summary>People who are reached by other means than a mobile phone of their own, and people who say how they want it.</summary>
internal static class CastOfContacts
{
    public static void Join(FrontDesk desk)
    {
        SharedPhone(desk);
        Reached(desk, DemoCase.LandlineOnly, (home, person) => [home.Landline(rank: 1)]);
        Reached(desk, DemoCase.OldNumberEnded, (home, person) => [home.Mobile() with { Use = "old", EndedOn = desk.Days.Ago(300) }, home.Mobile(rank: 2)]);
        Reached(desk, DemoCase.EmailOnly, (_, person) => [EmailAddresses.Of(person)]);
        Reached(desk, DemoCase.NoContact, (_, _) => []);

        Wishing(desk, DemoCase.DeniesSms, person => desk.Consent(person, isPermit: false, ["sms"], []));
        Wishing(desk, DemoCase.DeniesRelationship, person => desk.Consent(person, isPermit: false, [], ["relationship", "marketing"]));
        Wishing(desk, DemoCase.PermitsEverything, person => desk.Consent(person, isPermit: true, [], []));
        Wishing(desk, DemoCase.LettersOnly, person => desk.Consent(person, isPermit: false, ["sms", "email", "phone"], []));
        Wishing(desk, DemoCase.DeniesAll, person => desk.Consent(person, isPermit: false, [], []));
        Wishing(desk, DemoCase.DoNotContact, person => desk.Flag(person, "do-not-contact", daysAgo: 60));
        Wishing(desk, DemoCase.SafeContact, person => desk.Flag(person, "safe-contact", daysAgo: 30));
        Wishing(desk, DemoCase.ComplaintOpen, person => desk.Flag(person, "complaint-open", daysAgo: 10));
    }

    private static void SharedPhone(FrontDesk desk)
    {
        var home = desk.OpenHome();
        var phone = home.Mobile();
        foreach (var (sex, kind) in new[] { (Sex.Female, VisitKind.CheckUp), (Sex.Male, VisitKind.Cleaning) })
        {
            var person = home.Admit(home.Somebody(57, sex) with { Telecoms = [phone] }, DemoCase.SharedPhoneCouple);
            desk.Book(person, new VisitPlan(kind, 1));
        }
    }

    private static void Reached(FrontDesk desk, DemoCase what, Func<Home, Person, Telecom[]> telecoms)
    {
        var home = desk.OpenHome();
        var person = home.Somebody(home.Dice.Between(45, 75), Sex.Female);
        person = person with { Telecoms = telecoms(home, person), Address = what is DemoCase.NoContact ? null : person.Address };
        home.Admit(person, what);
        desk.Book(person, new VisitPlan(VisitKind.CheckUp, 1));
    }

    // Everyone here has a visit and an interest, so that each wish has something to hold back.
    private static void Wishing(FrontDesk desk, DemoCase what, Action<Person> wish)
    {
        var home = desk.OpenHome();
        var person = home.Admit(home.Adult(home.Dice.Between(30, 70), home.Dice.Pick(Sex.Female, Sex.Male)), what);
        wish(person);
        desk.Book(person, new VisitPlan(VisitKind.CheckUp, home.Dice.Pick(1, 3)));
        desk.Notes.Interest(person, home.Dice.Pick("reading", "cooking", "dogs"));
    }
}
