namespace Rapport.Samples.People;

/// <summary>The ways in which ordinary people can and cannot be reached.</summary>
internal static class Contacts
{
    public static Person Give(Home home, Person person, Person? partner = null)
    {
        var phones = Phones(home, partner);
        return home.Dice.Percent(70) && phones is not null
            ? person with { Telecoms = [.. phones, EmailAddresses.Of(person)] }
            : person with { Telecoms = phones ?? [] };
    }

    /// <summary>Half of the children's records carry the mother's phone; half of the teenagers have one of their own.</summary>
    public static Person OfChild(Home home, Person child, Person mother)
    {
        var phone = mother.Telecoms.FirstOrDefault(telecom => telecom is { System: "phone", EndedOn: null });
        return child.AgeOn(home.Desk.Days.Today) >= 12 && home.Dice.Percent(50) ? child with { Telecoms = [home.Mobile(rank: null)] }
            : phone is not null && home.Dice.Percent(50) ? child with { Telecoms = [phone] }
            : child;
    }

    /// <summary>A grown-up daughter, who lives elsewhere and is no patient.</summary>
    public static Person DaughterOf(Home home)
    {
        var names = NameList.Of("en");
        return new Person
        {
            Id = "daughter",
            Mrn = "",
            Given = [names.First(Sex.Female, home.Dice)],
            Family = home.Dice.Pick(names.Families),
            Sex = Sex.Female,
            Born = home.Desk.Days.Today.AddYears(-48),
            Telecoms = [home.Mobile()],
            Address = Addresses.Any(home.Dice),
        };
    }

    // Null: nobody ever asked this person for anything.
    private static Telecom[]? Phones(Home home, Person? partner)
    {
        var shared = partner?.Telecoms.FirstOrDefault(telecom => telecom is { System: "phone", EndedOn: null });
        return home.Dice.Below(100) switch
        {
            < 6 when shared is not null => [shared],
            < 14 => [home.Landline(rank: 1)],
            < 20 => [home.Landline() with { Use = "old", EndedOn = home.Desk.Days.Ago(500) }, home.Mobile()],
            < 30 => [home.Mobile(), home.Landline(rank: 2)],
            < 33 => null,
            < 38 => [],
            < 44 => [home.Mobile(rank: null)],
            _ => [home.Mobile()],
        };
    }
}
