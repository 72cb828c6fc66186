using System.Globalization;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Whether a dose that was given meets the dose that a series asks for.</summary>
internal static class DoseCheck
{
    public static DoseFinding Judge(DoseGiven dose, SeriesDose asked, SeriesWalk walk)
    {
        if (asked.Inadvertent.Contains(dose.Product))
        {
            return DoseFinding.Inadvertent;
        }

        var age = AgeFinding(dose, asked, walk);
        if (age is not DoseFinding.Counts)
        {
            return age;
        }

        if (!IsSpaced(dose, asked, walk))
        {
            return DoseFinding.TooSoon;
        }

        if (IsTooSoonAfterLive(dose, walk))
        {
            return DoseFinding.TooSoonAfterLiveVaccine;
        }

        return IsRightProduct(dose, asked, walk.History.BornOn) ? DoseFinding.Counts : DoseFinding.WrongProduct;
    }

    private static DoseFinding AgeFinding(DoseGiven dose, SeriesDose asked, SeriesWalk walk)
    {
        var bornOn = walk.History.BornOn;
        if (asked.AgeOn(dose.On) is not { } age)
        {
            return DoseFinding.Counts;
        }

        if (age.Absolute is { } absolute && dose.On < absolute.After(bornOn))
        {
            return DoseFinding.TooYoung;
        }

        return age.Below is { } below && dose.On >= below.After(bornOn) ? DoseFinding.TooOld : DoseFinding.Counts;
    }

    private static bool IsSpaced(DoseGiven dose, SeriesDose asked, SeriesWalk walk) =>
        All(asked.Intervals, dose, walk) || (asked.AllowedIntervals.Count > 0 && All(asked.AllowedIntervals, dose, walk));

    private static bool All(ValueList<DoseInterval> intervals, DoseGiven dose, SeriesWalk walk)
    {
        foreach (var interval in intervals)
        {
            if (interval.HoldsOn(dose.On)
                && interval.Absolute is { } least
                && IntervalStart.Of(interval, walk, dose.On) is { } since
                && dose.On < least.After(since))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTooSoonAfterLive(DoseGiven dose, SeriesWalk walk)
    {
        foreach (var earlier in walk.History.Doses)
        {
            if (earlier.On >= dose.On)
            {
                break;
            }

            if (walk.Products.IsLive(earlier.Product) && walk.Products.ClearOn(earlier, dose.Product, walk.Counted(earlier)) is { } clear && dose.On < clear)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRightProduct(DoseGiven dose, SeriesDose asked, DateOnly bornOn) =>
        Fits(asked.Prefer, dose, bornOn) || Fits(asked.Accept, dose, bornOn);

    private static bool Fits(ValueList<ProductUse> uses, DoseGiven dose, DateOnly bornOn)
    {
        foreach (var use in uses)
        {
            if (use.Fits(dose, bornOn))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Questions that several rules ask of a dose of a series.</summary>
internal static class SeriesDoseQuestions
{
    extension(SeriesDose dose)
    {
        /// <summary>The line of ages that holds for doses given on a day.</summary>
        public DoseAge? AgeOn(DateOnly day)
        {
            foreach (var age in dose.Ages)
            {
                if ((age.From is not { } from || from <= day) && (age.Until is not { } until || day <= until))
                {
                    return age;
                }
            }

            return null;
        }
    }

    extension(DoseInterval interval)
    {
        public bool HoldsOn(DateOnly day) =>
            (interval.From is not { } from || from <= day) && (interval.Until is not { } until || day <= until);
    }

    extension(SeriesWalk walk)
    {
        /// <summary>Whether an earlier dose counted; one of another disease is taken as counted.</summary>
        public bool Counted(DoseGiven dose)
        {
            foreach (var judged in walk.Judged)
            {
                if (ReferenceEquals(judged.Given, dose))
                {
                    return judged.Counts || judged.Finding is DoseFinding.OneTooMany;
                }
            }

            return true;
        }
    }
}

/// <summary>The day from which an interval is counted.</summary>
internal static class IntervalStart
{
    public static DateOnly? Of(DoseInterval interval, SeriesWalk walk, DateOnly before)
    {
        if (interval.Since is "previous")
        {
            return Previous(walk);
        }

        if (interval.Since is "latest of")
        {
            return LatestOf(interval, walk, before);
        }

        return interval.Since.StartsWith("dose ", StringComparison.Ordinal)
            ? walk.MetOn(interval.Since[5] - '0')
            : walk.History.Find(int.Parse(interval.Since.AsSpan("observation ".Length), NumberStyles.None, CultureInfo.InvariantCulture))?.On;
    }

    private static DateOnly? Previous(SeriesWalk walk)
    {
        for (var i = walk.Judged.Count - 1; i >= 0; i--)
        {
            if (walk.Judged[i].Finding is not DoseFinding.Inadvertent)
            {
                return walk.Judged[i].Given.On;
            }
        }

        return null;
    }

    private static DateOnly? LatestOf(DoseInterval interval, SeriesWalk walk, DateOnly before)
    {
        DateOnly? latest = null;
        foreach (var dose in walk.History.Doses)
        {
            if (dose.On < before && interval.Of.Contains(dose.Product))
            {
                latest = dose.On;
            }
        }

        return latest;
    }
}
