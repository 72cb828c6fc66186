using Rapport.Samples.History;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples.People;

/// <summary>What goes on around ordinary people: visits ahead and behind, wishes, notes, earlier messages.</summary>
internal sealed class Routine(FrontDesk desk)
{
    private static readonly string[] Interests =
    [
        "gardening", "fishing", "baking", "dogs", "soccer", "grandchildren", "choir", "knitting", "hiking", "birdwatching", "quilting", "chess",
        "dancing", "reading", "cooking", "running",
    ];

    private static readonly (string Text, string Tag)[] FreeNotes =
    [
        ("nervous about needles", "worry"),
        ("prefers mornings, never Mondays", "preference"),
        ("said \"call me after work\"", "preference"),
        ("hard of hearing, speak slowly", "preference"),
        ("lost a job in spring", "life"),
        ("caring for a parent with dementia", "life"),
        ("does not want to be weighed", "worry"),
    ];

    // Days ahead on which ordinary visits fall. The cast fills tomorrow and the day after the day after.
    private static readonly int[] DaysAhead = [0, 2, 0, 4, 1, 0, 6, 3, 0, 8, 0, 10, 5];

    private int _people;
    private int _booked;

    public void Follow(Home home, Person person, Health health)
    {
        if (!person.IsAlive)
        {
            return;
        }

        Wishes(person, home.Dice);
        Notes(person, home.Dice);
        if (person.IsActive && health.LastSeen > desk.Days.Ago(1100))
        {
            Visits(person, home.Dice);
        }
    }

    private void Visits(Person person, Dice dice)
    {
        var kind = KindFor(person, dice);
        switch (++_people % 48)
        {
            case 3 or 25:
                var ahead = DaysAhead[_booked++ % DaysAhead.Length];
                desk.Book(person, new VisitPlan(kind, ahead) { IsConfirmed = dice.Percent(15), Style = dice.Percent(20) ? ReferenceStyle.ClinicianByIdentifier : default });
                break;
            case 6 or 20 or 31 or 42:
                desk.Finish(person, kind, daysAgo: 1, overnight: _people % 3 is 0);
                break;
            case 9:
                desk.Book(person, new VisitPlan(kind, -dice.Between(5, 60)) { Status = "noshow" });
                break;
            case 12:
                desk.Book(person, new VisitPlan(kind, -dice.Between(5, 60)) { Status = "cancelled", CancelledBy = "pat" });
                break;
            case 17 or 40:
                desk.WroteBefore(person, dice.Pick("SMSWRIT", "EMAILWRIT", "MAILWRIT"), dice.Between(2, 90));
                break;
        }
    }

    private VisitKind KindFor(Person person, Dice dice) => person.AgeOn(desk.Days.Today) switch
    {
        < 1 => VisitKind.WellChild,
        < 18 => dice.Pick(VisitKind.WellChild, VisitKind.Cleaning, VisitKind.Vaccine),
        _ => dice.Pick(VisitKind.CheckUp, VisitKind.Cleaning, VisitKind.EyeExam, VisitKind.FollowUp),
    };

    // Most people have never been asked.
    private void Wishes(Person person, Dice dice)
    {
        switch (dice.Below(100))
        {
            case < 4:
                desk.Consent(person, isPermit: false, ["sms"], []);
                break;
            case < 8:
                desk.Consent(person, isPermit: false, [], ["relationship", "marketing"]);
                break;
            case < 13:
                desk.Consent(person, isPermit: true, [], ["care", "relationship"]);
                break;
        }
    }

    private void Notes(Person person, Dice dice)
    {
        if (person.AgeOn(desk.Days.Today) >= 8 && dice.Percent(35))
        {
            var interest = dice.Pick(Interests);
            if (interest is not "grandchildren" || person.AgeOn(desk.Days.Today) >= 58)
            {
                desk.Notes.Interest(person, interest);
            }
        }

        if (dice.Percent(8))
        {
            var (text, tag) = dice.Pick(FreeNotes);
            desk.Notes.Write(person, text, tag, mayBeMentioned: false);
        }
    }
}
