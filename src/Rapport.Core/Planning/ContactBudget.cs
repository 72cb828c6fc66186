using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>One budget of contacts for each person, and one for the household, over all programs (<c>failures.md 41</c>).</summary>
/// <remarks>
/// Days are the practice's calendar days, weeks are seven of them in a row. What a booked visit needs counts for the household too
/// but is not held back by it: a mother's own reminder must not cost her son's. A notice of a change is told in any case.
/// </remarks>
public sealed class ContactBudget
{
    private readonly ContactLimits _limits;
    private readonly List<Contact> _contacts = [];

    public ContactBudget(Household household, PlanningContext context)
    {
        _limits = context.Practice.Limits;
        foreach (var touch in household.Members.SelectMany(m => m.History))
        {
            if (touch.SentAt is { } at && Enum.TryParse<TouchStatus>(touch.Status, out var status) && status.CountsAsContact())
            {
                var day = context.LocalDay(at);
                // Touches that left as one message are one contact.
                if (!_contacts.Exists(c => c.Address == touch.Address && c.SentAt == at))
                {
                    _contacts.Add(new Contact(touch.Address, day, touch.Purpose, touch.Program, at));
                }
            }
        }
    }

    /// <summary>The first day from <paramref name="from"/> to <paramref name="until"/> on which there is room, or null.</summary>
    public DateOnly? FirstDayWithRoom(string address, Purpose purpose, string program, Urgency urgency, DateOnly from, DateOnly until)
    {
        if (urgency is Urgency.Notice)
        {
            return from;
        }

        for (var day = from; day <= until; day = day.AddDays(1))
        {
            if (HasRoom(address, purpose, program, urgency, day))
            {
                return day;
            }
        }

        return null;
    }

    public void Take(string address, Purpose purpose, string program, DateOnly day) =>
        _contacts.Add(new Contact(address, day, purpose, program, null));

    private bool HasRoom(string address, Purpose purpose, string program, Urgency urgency, DateOnly day)
    {
        var isBoundByHousehold = urgency > Urgency.Visit;
        Span<int> perDay = stackalloc int[13];   // six days before to six days after
        var (year, education) = (0, 0);
        foreach (var contact in _contacts)
        {
            var isSameReader = contact.Address == address;
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
            && (purpose is not Purpose.Relationship || year < _limits.MaxRelationshipPerYear)
            && (program is not "education" || education < _limits.MaxEducationPerYear);
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

    private sealed record Contact(string Address, DateOnly On, Purpose Purpose, string Program, DateTimeOffset? SentAt)
    {
        public override string ToString() => Program;
    }
}
