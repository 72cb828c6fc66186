using System.Globalization;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Whether a dose of a series is not needed, seen from a day.</summary>
internal static class SkipCheck
{
    public static bool IsSkipped(SeriesDose dose, SeriesWalk walk, DateOnly seenOn, string context)
    {
        foreach (var rule in dose.Skip)
        {
            if ((rule.Context is "both" || string.Equals(rule.Context, context, StringComparison.Ordinal)) && Holds(rule, walk, seenOn, context))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(SkipRule rule, SeriesWalk walk, DateOnly seenOn, string context)
    {
        foreach (var set in rule.Sets)
        {
            var holds = (set.From is not { } from || from <= seenOn) && (set.Until is not { } until || seenOn <= until) && Holds(set, walk, seenOn, context);
            if (holds != rule.All)
            {
                return holds;
            }
        }

        return rule.All;
    }

    private static bool Holds(SkipSet set, SeriesWalk walk, DateOnly seenOn, string context)
    {
        foreach (var condition in set.When)
        {
            var holds = Holds(condition, walk, seenOn, context);
            if (holds == set.Any)
            {
                return holds;
            }
        }

        return !set.Any;
    }

    private static bool Holds(SkipCondition condition, SeriesWalk walk, DateOnly seenOn, string context) => condition.Type switch
    {
        "age" => IsInAge(condition, walk.History.BornOn, seenOn),
        "interval" => walk.Judged.Count > 0 && seenOn >= condition.Interval!.Value.After(walk.Judged[^1].Given.On),
        "completed" => condition.Groups.Any(walk.CompletedGroups.Contains),
        _ => Compare(Count(condition, walk, seenOn, context), condition.Doses!),
    };

    private static bool IsInAge(SkipCondition condition, DateOnly bornOn, DateOnly day) =>
        (condition.MinAge is not { } min || day >= min.After(bornOn)) && (condition.BelowAge is not { } below || day < below.After(bornOn));

    private static int Count(SkipCondition condition, SeriesWalk walk, DateOnly seenOn, string context)
    {
        var count = 0;
        foreach (var judged in walk.Judged)
        {
            var on = judged.Given.On;
            if ((!condition.Valid || judged.Counts)
                && (condition.Of.Count is 0 || condition.Of.Contains(judged.Given.Product))
                && (context is "forecast" || on < seenOn)
                && IsInAge(condition, walk.History.BornOn, on)
                && IsInSeason(condition, on, walk.SeasonShift))
            {
                count++;
            }
        }

        return count;
    }

    private static bool IsInSeason(SkipCondition condition, DateOnly on, int shift) =>
        (condition.From is not { } from || on >= from.AddYears(shift)) && (condition.Until is not { } until || on < until.AddYears(shift));

    private static bool Compare(int count, string wanted)
    {
        var number = int.Parse(wanted.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        return wanted[0] switch
        {
            '>' => count > number,
            '<' => count < number,
            _ => count == number,
        };
    }
}
