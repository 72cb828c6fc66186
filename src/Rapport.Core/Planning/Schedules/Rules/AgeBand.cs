using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Rules;

/// <summary>Ages from one to another, both included, in years (<c>40..74</c>) or months (<c>12m..23m</c>).</summary>
internal sealed record AgeBand(Span? Min, Span? Below)
{
    public static AgeBand Parse(string text)
    {
        var sides = text.Split("..");
        if (sides.Length is not 2)
        {
            throw new FormatException($"'{text}' is not a band of ages such as 40..74 or 12m..23m.");
        }

        return new AgeBand(sides[0] is "" ? null : Age(sides[0]), sides[1] is "" ? null : Age(sides[1], andAll: true));
    }

    /// <summary>Unknown where the birth date leaves it open.</summary>
    public Answer Holds(PartialDate? bornOn, DateOnly day)
    {
        if (bornOn is not { } born)
        {
            return Min is null && Below is null ? Answer.Yes : Answer.Unknown;
        }

        var latest = Holds(born.Latest, day);
        return born.Day is not null || latest == Holds(born.Earliest, day) ? (latest ? Answer.Yes : Answer.No) : Answer.Unknown;
    }

    /// <summary>The day on which a person comes of the age; null where the birth date or the lower bound is open.</summary>
    public DateOnly? ReachedOn(PartialDate? bornOn) => bornOn?.Whole is { } born && Min is { } min ? min.After(born) : null;

    private bool Holds(DateOnly bornOn, DateOnly day) =>
        (Min is not { } min || day >= min.After(bornOn)) && (Below is not { } below || day < below.After(bornOn));

    // "74" includes the whole year in which one is seventy-four; "23m" the whole month.
    private static Span Age(string text, bool andAll = false)
    {
        var unit = char.IsDigit(text[^1]) ? 'y' : text[^1];
        if (!Span.TryParse(char.IsDigit(text[^1]) ? text + 'y' : text, out var span))
        {
            throw new FormatException($"'{text}' is not an age.");
        }

        return (andAll, unit) switch
        {
            (false, _) => span,
            (true, 'y') => span with { Months = span.Months + 12 },
            (true, 'm') => span with { Months = span.Months + 1 },
            _ => span with { Days = span.Days + 1 },
        };
    }
}
