using Rapport.Samples.Fhir;
using Rapport.Samples.People;

namespace Rapport.Samples.History;

/// <summary>What the practice knows of somebody's health, before it is written out as records.</summary>
internal sealed record Health
{
    public required DateOnly FirstSeen { get; init; }

    public required DateOnly LastSeen { get; init; }

    /// <summary>False for people who have not had their first visit yet.</summary>
    public bool HasHistory { get; init; } = true;

    public Code[] Problems { get; init; } = [];

    /// <summary>Operations long ago that end the need for a screening.</summary>
    public Code[] Operations { get; init; } = [];

    public bool SeesDentist { get; init; }

    public bool SeesOptometrist { get; init; }

    /// <summary>The age in months after which no vaccine was given; null when the series is up to date.</summary>
    public int? VaccinesStoppedAtMonths { get; init; }

    /// <summary>How many days ago the screenings took place; null leaves it to chance, also whether they did.</summary>
    public int? ScreenedDaysAgo { get; init; }

    /// <summary>Somebody of that age, as they come through the door.</summary>
    public static Health Of(Person person, Dice dice, DemoDays days)
    {
        var age = person.AgeOn(days.Today);
        var lastSeen = LastSeenOf(person, age, dice, days);
        var firstSeen = lastSeen.AddDays(-dice.Between(0, Math.Min(age, 6) * 300));
        return new Health
        {
            FirstSeen = firstSeen < person.Born ? person.Born : firstSeen,
            LastSeen = lastSeen,
            Problems = ProblemsAt(age, dice),
            SeesDentist = age > 0 && dice.Percent(45),
            SeesOptometrist = age > 3 && dice.Percent(35),
            VaccinesStoppedAtMonths = dice.Percent(20) ? dice.Between(3, 60) : null,
        };
    }

    // Adults stay away for up to eight years; children are brought more often.
    private static DateOnly LastSeenOf(Person person, int age, Dice dice, DemoDays days)
    {
        var longest = age switch { < 2 => 90, < 18 => 540, _ => dice.Percent(15) ? 2900 : dice.Percent(40) ? 800 : 400 };
        var seen = (person.DiedOn ?? days.Today).AddDays(-dice.Between(8, longest));
        return seen < person.Born.AddDays(2) ? person.Born.AddDays(2) : seen;
    }

    private static Code[] ProblemsAt(int age, Dice dice)
    {
        List<Code> problems = [];
        if (age >= 40 && dice.Percent(14))
        {
            problems.Add(Codes.Diabetes);
        }

        if (age >= 40 && dice.Percent(28))
        {
            problems.Add(Codes.Hypertension);
        }

        if (dice.Percent(8))
        {
            problems.Add(Codes.Asthma);
        }

        return [.. problems];
    }
}
