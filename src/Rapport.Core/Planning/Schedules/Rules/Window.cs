using Rapport.Core.Planning.Schedules.Facts;

namespace Rapport.Core.Planning.Schedules.Rules;

/// <summary>A day and, where known, the instant.</summary>
internal readonly record struct Point(DateOnly Day, DateTimeOffset? At)
{
    public override string ToString() => "point";
}

/// <summary>A day that rules speak of: <c>start</c> and <c>end</c> of the period, <c>asOf</c>, <c>birth</c>, or <c>visit.start</c> of a named record, moved by a span.</summary>
internal sealed record Moment(Anchor Anchor, int Name, Span Before, Span After)
{
    public static Moment AsOf { get; } = new(Anchor.AsOf, 0, Span.Zero, Span.Zero);

    public Point? Resolve(Scope scope)
    {
        var point = Anchor switch
        {
            Anchor.AsOf => new Point(scope.AsOf, null),
            Anchor.PeriodStart => new Point(scope.PeriodStart, null),
            Anchor.PeriodEnd => new Point(scope.PeriodEnd, null),
            Anchor.Birth => scope.Chart.Picture.BornOn?.Whole is { } born ? new Point(born, null) : null,
            Anchor.NameStart => Of(scope.Named[Name]?.StartsOn, scope.Named[Name]?.StartsAt),
            Anchor.NameEnd => Of(scope.Named[Name]?.DoneOn, scope.Named[Name]?.EndsAt),
            _ => Of(scope.Named[Name]?.RecordedOn, scope.Named[Name]?.RecordedAt),
        };
        return point is not { } there || (Before == Span.Zero && After == Span.Zero) ? point : new Point(After.After(Before.Before(there.Day)), null);
    }

    private static Point? Of(DateOnly? day, DateTimeOffset? at) => day is { } on ? new Point(on, at) : null;
}

internal enum Anchor
{
    AsOf,
    PeriodStart,
    PeriodEnd,
    Birth,
    NameStart,
    NameEnd,
    NameRecorded,
}

/// <summary>How a record lies to a window of time.</summary>
internal enum Relation
{
    Starts,
    Ends,
    Overlaps,
    Within,
    Recorded,
}

/// <summary>A record lies so to the days from one moment to another, both included; null is open.</summary>
/// <param name="How">Which part of the record must lie in the window.</param>
/// <param name="From">The first moment.</param>
/// <param name="Until">The last moment.</param>
/// <param name="IsExact">Whether the time of day counts, where both sides know it.</param>
internal sealed record WindowTest(Relation How, Moment? From, Moment? Until, bool IsExact)
{
    public bool Holds(Fact fact, Scope scope) => How switch
    {
        Relation.Starts => Lies(fact.StartsOn, fact.StartsAt, scope),
        Relation.Ends => Lies(fact.DoneOn, fact.EndsAt ?? fact.StartsAt, scope),
        Relation.Recorded => Lies(fact.RecordedOn ?? fact.StartsOn, fact.RecordedAt ?? fact.StartsAt, scope),
        Relation.Within => Lies(fact.StartsOn, fact.StartsAt, scope) && Lies(fact.DoneOn, fact.EndsAt, scope),
        _ => IsNotAfter(fact.StartsOn, fact.StartsAt, scope) && IsNotBefore(fact.EndsOn, fact.EndsAt, scope),
    };

    private bool Lies(DateOnly? day, DateTimeOffset? at, Scope scope) => IsNotBefore(day, at, scope) && IsNotAfter(day, at, scope);

    private bool IsNotBefore(DateOnly? day, DateTimeOffset? at, Scope scope) =>
        From is null || (From.Resolve(scope) is { } from && day is { } on && Compare(on, at, from) >= 0);

    private bool IsNotAfter(DateOnly? day, DateTimeOffset? at, Scope scope) =>
        Until is null || (Until.Resolve(scope) is { } until && day is { } on && Compare(on, at, until) <= 0);

    private int Compare(DateOnly day, DateTimeOffset? at, Point point) =>
        IsExact && at is { } instant && point.At is { } other ? instant.CompareTo(other) : day.CompareTo(point.Day);
}
