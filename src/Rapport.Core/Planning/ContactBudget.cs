using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>One budget of contacts for each person, and one for the household, over all programs (<c>failures.md 41</c>).</summary>
/// <remarks>
/// Days are the practice's calendar days, weeks are seven of them in a row. A contact counts for whoever reads at its address and
/// for every patient it is about, so that a second channel is no way round. What a booked visit needs counts for the household too
/// but is not held back by it: a mother's own reminder must not cost her son's. A notice of a change is told in any case.
/// </remarks>
public sealed class ContactBudget
{
    private readonly ContactLimits _limits;
    private readonly List<Contact> _contacts = [];

    public ContactBudget(Household household, PlanningContext context)
    {
        _limits = context.Practice.Limits;
        foreach (var member in household.Members)
        {
            foreach (var touch in member.History)
            {
                if (Enum.TryParse<TouchStatus>(touch.Status, out var status) && status.CountsAsContact())
                {
                    Count(touch, member.Id, context);
                }
            }
        }
    }

    /// <summary>Whether one more message fits on a day.</summary>
    public bool HasRoom(MessageToPlace message, DateOnly day)
    {
        if (message.Urgency is Urgency.Notice)
        {
            return true;
        }

        var isBoundByHousehold = message.Urgency > Urgency.Visit;
        Span<int> perDay = stackalloc int[13];   // six days before to six days after
        perDay.Clear();
        var (year, education) = (0, 0);
        foreach (var contact in _contacts)
        {
            var isSameReader = message.IsAboutOneOf(contact.Patients) || (contact.Address == message.Address && !message.MayFollowTheOther);
            var distance = contact.On.DayNumber - day.DayNumber;
            if (distance is >= -6 and <= 6 && (isSameReader || isBoundByHousehold))
            {
                perDay[distance + 6]++;
            }

            if (isSameReader && Math.Abs(distance) < 365 && contact.Purpose is Purpose.Relationship)
            {
                year++;
                education += contact.Program is "education" ? 1 : 0;
            }
        }

        return perDay[6] < _limits.MaxPerDay && BusiestWeek(perDay) < _limits.MaxPerWeek
            && (message.Purpose is not Purpose.Relationship || year < _limits.MaxRelationshipPerYear)
            && (message.Program is not "education" || education < _limits.MaxEducationPerYear);
    }

    public void Take(MessageToPlace message, DateOnly day) =>
        _contacts.Add(new Contact(message.Address, day, message.Purpose, message.Program, null, [.. message.Patients]));

    // What was claimed and has no time of sending is on its way at this moment, or is tried again today.
    private void Count(PastTouch touch, PatientId patient, PlanningContext context)
    {
        // Touches that left as one message are one contact.
        var same = _contacts.Find(c => c.Address == touch.Address && c.SentAt == touch.SentAt);
        if (same is not null)
        {
            same.Patients.Add(patient);
            return;
        }

        var day = touch.SentAt is { } at ? context.LocalDay(at) : context.Today;
        _contacts.Add(new Contact(touch.Address, day, touch.Purpose, touch.Program, touch.SentAt, [patient]));
    }

    // Every run of seven days that holds the day.
    private static int BusiestWeek(ReadOnlySpan<int> perDay)
    {
        var busiest = 0;
        for (var start = 0; start <= 6; start++)
        {
            var sum = 0;
            foreach (var count in perDay.Slice(start, 7))
            {
                sum += count;
            }

            busiest = Math.Max(busiest, sum);
        }

        return busiest;
    }

    private sealed record Contact(string Address, DateOnly On, Purpose Purpose, string Program, DateTimeOffset? SentAt, List<PatientId> Patients)
    {
        public override string ToString() => "contact";
    }
}

/// <summary>What the budget needs to know of a message: who reads it, whom it is about, and why.</summary>
public sealed record MessageToPlace(string Address, ValueList<PatientId> Patients, Purpose Purpose, string Program, Urgency Urgency, bool IsShared = false)
{
    /// <summary>Two adults of one phone share no message, so the visit of one must not cost the other the reminder.</summary>
    public bool MayFollowTheOther => IsShared && Urgency <= Urgency.Visit;

    public bool IsAboutOneOf(IReadOnlyList<PatientId> patients)
    {
        foreach (var patient in patients)
        {
            if (Patients.Contains(patient))
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString() => $"message of {Program}";
}
