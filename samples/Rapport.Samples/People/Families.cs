namespace Rapport.Samples.People;

/// <summary>Fills the practice with ordinary households until it has its number of patients.</summary>
internal static class Families
{
    public static void Fill(FrontDesk desk, int patients)
    {
        var routine = new Routine(desk);
        var dice = desk.OpenHome().Dice;
        while (desk.Patients < patients)
        {
            var room = patients - desk.Patients;
            foreach (var person in MoveIn(desk.OpenHome(AnyLanguage(dice)), dice.Below(100)).Take(room))
            {
                routine.Follow(person.Home, person.Person, person.Health);
            }
        }
    }

    private static string? AnyLanguage(Dice dice) => dice.Below(100) switch
    {
        < 21 => "es",
        21 => "vi",
        22 => "zh",
        23 => "ar",
        < 28 => null,
        _ => "en",
    };

    // People are admitted one by one, so that the practice can close its list in the middle of a family.
    private static IEnumerable<Admitted> MoveIn(Home home, int kind) => kind switch
    {
        < 36 => Parents(home),
        < 56 => Couple(home, home.Dice.Between(24, 66)),
        < 80 => Alone(home, home.Dice.Between(18, 66)),
        < 90 => Elder(home),
        _ => Couple(home, home.Dice.Between(67, 90)),
    };

    private static IEnumerable<Admitted> Parents(Home home)
    {
        var mother = Contacts.Give(home, home.Somebody(home.Dice.Between(25, 46), Sex.Female));
        yield return Admit(home, mother);
        Person? father = null;
        if (home.Dice.Percent(55))
        {
            father = Contacts.Give(home, home.Somebody(mother.AgeOn(home.Desk.Days.Today) + home.Dice.Below(5), Sex.Male), partner: mother);
            yield return Admit(home, father);
        }

        var oldest = Math.Min(17, mother.AgeOn(home.Desk.Days.Today) - 21);
        var children = home.Dice.Between(1, 4);
        for (var nth = 0; nth < children; nth++)
        {
            var child = home.Child(home.Dice.Between(0, oldest), home.Dice.Pick(Sex.Female, Sex.Male));
            child = Contacts.OfChild(home, child, mother);
            var admitted = Admit(home, child);
            home.Guard(child, mother);
            if (father is not null)
            {
                home.Guard(child, father);
            }

            yield return admitted;
        }
    }

    private static IEnumerable<Admitted> Couple(Home home, int age)
    {
        var one = Contacts.Give(home, home.Somebody(age, Sex.Female));
        yield return Admit(home, one);
        yield return Admit(home, Contacts.Give(home, home.Somebody(Math.Min(age + home.Dice.Below(4), 95), home.Dice.Percent(92) ? Sex.Male : Sex.Female), one));
    }

    private static IEnumerable<Admitted> Alone(Home home, int age)
    {
        yield return Admit(home, Contacts.Give(home, home.Somebody(age, home.Dice.Pick(Sex.Female, Sex.Male))));
    }

    private static IEnumerable<Admitted> Elder(Home home)
    {
        var elder = Contacts.Give(home, home.Somebody(home.Dice.Between(70, 95), home.Dice.Pick(Sex.Female, Sex.Female, Sex.Male)));
        if (home.Dice.Percent(12))
        {
            elder = elder with { DiedOn = home.Desk.Days.Ago(home.Dice.Between(20, 600)) };
        }

        var admitted = Admit(home, elder);
        if (home.Dice.Percent(45))
        {
            home.AddCarer(elder, Contacts.DaughterOf(home), ["DAUC"]);
        }

        yield return admitted;
    }

    private static Admitted Admit(Home home, Person person)
    {
        var health = home.HealthOf(person);
        var known = home.Dice.Percent(60) ? Practice.Staff.All[home.Dice.Below(4)].Reference : null;
        var admitted = person with { IsActive = !home.Dice.Percent(2), KnownClinician = known };
        home.AdmitWith(admitted, health);
        return new Admitted(home, admitted, health);
    }

    private sealed record Admitted(Home Home, Person Person, History.Health Health);
}
