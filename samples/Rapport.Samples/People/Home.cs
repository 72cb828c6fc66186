using Rapport.Samples.History;

namespace Rapport.Samples.People;

/// <summary>One household while its people sign up: they share an address, a surname and often a phone.</summary>
internal sealed class Home(FrontDesk desk, Dice dice, string? language)
{
    private readonly NameList _names = NameList.Of(language);

    public Dice Dice => dice;

    public FrontDesk Desk => desk;

    public string Surname { get; } = dice.Pick(NameList.Of(language).Families);

    public Address Address { get; } = Addresses.Any(dice);

    /// <summary>An adult with a mobile phone and an e-mail address, not on record yet.</summary>
    public Person Adult(int age, Sex sex) => Reachable(Somebody(age, sex));

    /// <summary>A child without contacts of their own, not on record yet.</summary>
    public Person Child(int age, Sex sex) => Somebody(age, sex);

    /// <summary>Somebody whose birthday is not near; the cast sets birthdays that are.</summary>
    public Person Somebody(int age, Sex sex)
    {
        var id = desk.Numbers.Next("p");
        return new Person
        {
            Id = id,
            Mrn = $"CL{id[1..]}",
            Given = dice.Percent(20) ? [_names.First(sex, dice), _names.First(sex, dice)] : [_names.First(sex, dice)],
            Family = Surname,
            Sex = sex,
            Born = Born(age),
            Language = language,
            Address = Address,
        };
    }

    public Telecom Mobile(int? rank = 1) => new("phone", desk.Phones.Next(), "mobile", rank);

    public Telecom Landline(int? rank = null) => new("phone", desk.Phones.Next(), "home", rank);

    public Person Reachable(Person person) => person with { Telecoms = [Mobile(), EmailAddresses.Of(person)] };

    public Person Admit(Person person, params ReadOnlySpan<DemoCase> cases) => AdmitWith(person, HealthOf(person), cases);

    public Person AdmitWith(Person person, Health health, params ReadOnlySpan<DemoCase> cases)
    {
        desk.Admit(person, health, dice);
        desk.Remember(person.Reference, cases);
        return person;
    }

    public Health HealthOf(Person person) => Health.Of(person, dice, desk.Days);

    /// <summary>Makes a parent, who may be a patient too, the guardian of a child.</summary>
    public void Guard(Person child, Person guardian, string? kin = null) =>
        AddCarer(child, guardian, [kin ?? (guardian.Sex is Sex.Female ? "MTH" : "FTH"), "GUARD"]);

    public void AddCarer(Person patient, Person carer, string[] relations) => desk.AddCarer(new Carer
    {
        Id = desk.Numbers.Next("r"),
        For = patient,
        Given = carer.Given,
        Family = carer.Family,
        Relations = relations,
        Telecoms = carer.Telecoms,
        Address = carer.Address,
        Language = carer.Language,
    });

    // Only a benchmark has more than a thousand patients, and there birthdays fall on any day.
    private DateOnly Born(int age)
    {
        var daysSinceBirthday = desk.Patients < 1000 ? dice.Between(10, 350) : dice.Below(365);
        return desk.Days.Today.AddYears(-age).AddDays(-daysSinceBirthday);
    }
}
