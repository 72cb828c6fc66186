using Rapport.Core.Planning.Schedules.Facts;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Rules;

/// <summary>What a record must be like.</summary>
internal sealed record RecordTest
{
    /// <summary>Empty: of any concept.</summary>
    public required ConceptSet Concepts { get; init; }

    public required FactKind Kinds { get; init; }

    public Standing Standing { get; init; } = Standing.Holds;

    /// <summary>Empty: by its standing; else exactly these.</summary>
    public ValueList<string> Statuses { get; init; } = [];

    public WindowTest[] Windows { get; init; } = [];

    public ValueTest[] Values { get; init; } = [];

    /// <summary>Why it was done, ordered, or not done.</summary>
    public ConceptSet? Reason { get; init; }

    public ConceptSet? BodySite { get; init; }

    /// <summary>Where a visit sent the person to.</summary>
    public ConceptSet? Discharge { get; init; }

    public ValueList<string> Classes { get; init; } = [];

    public ValueList<string> NotClasses { get; init; } = [];

    /// <summary>Classes of the visit at which it was recorded that do not count, such as a stay in hospital.</summary>
    public ValueList<string> NotDuring { get; init; } = [];

    public ValueList<string> Categories { get; init; } = [];

    /// <summary>A problem that is active, recurring or relapsed.</summary>
    public bool Active { get; init; }

    public Rule? Where { get; init; }

    public bool MayBeIn(Chart chart) => Concepts.IsEmpty || chart.HasAnyOf(Concepts);

    public bool Holds(Fact fact, Scope scope, int name)
    {
        if ((fact.Kind & Kinds) is FactKind.None || !(Concepts.IsEmpty || Concepts.ContainsAny(fact.Concepts)) || !Stands(fact) || fact.StartsOn > scope.AsOf)
        {
            return false;
        }

        foreach (var window in Windows)
        {
            if (!window.Holds(fact, scope))
            {
                return false;
            }
        }

        return HasValues(fact, scope) && IsOfKind(fact, scope) && HoldsFurther(fact, scope, name);
    }

    private bool Stands(Fact fact) => Statuses.Count is 0
        ? fact.Standing == Standing
        : fact.Status is { } status && Statuses.Contains(status, StringComparer.Ordinal);

    private bool HasValues(Fact fact, Scope scope)
    {
        foreach (var value in Values)
        {
            if (!value.Holds(fact, scope))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsOfKind(Fact fact, Scope scope) =>
        (!Active || fact.Status is null or "active" or "recurrence" or "relapse")
        && (Reason is null || HasReason(fact, scope))
        && (BodySite is null || HasAny(fact.Condition?.BodySites, BodySite, scope))
        && (Discharge is null || HasAny(fact.Visit?.Discharge, Discharge, scope))
        && (Classes.Count is 0 || (fact.Visit?.Class is { } one && Classes.Contains(one, StringComparer.Ordinal)))
        && (NotClasses.Count is 0 || fact.Visit?.Class is not { } other || !NotClasses.Contains(other, StringComparer.Ordinal))
        && (NotDuring.Count is 0 || !IsDuring(fact, scope))
        && (Categories.Count is 0 || Categories.Any(fact.HasCategory));

    private bool HasReason(Fact fact, Scope scope) =>
        HasAny(fact.Service?.StatusReasons, Reason!, scope) || HasAny(fact.Service?.Reasons, Reason!, scope);

    private bool IsDuring(Fact fact, Scope scope) =>
        scope.Chart.Visit(fact.Service?.Encounter)?.Visit?.Class is { } @class && NotDuring.Contains(@class, StringComparer.Ordinal);

    private bool HoldsFurther(Fact fact, Scope scope, int name)
    {
        if (Where is null)
        {
            return true;
        }

        scope.Named[name] = fact;
        return Where.Ask(scope) is Answer.Yes;
    }

    private static bool HasAny(ValueList<Code>? codes, ConceptSet concepts, Scope scope)
    {
        foreach (var code in codes ?? [])
        {
            if (concepts.ContainsAny(scope.Chart.Codes.ConceptsOf(code)))
            {
                return true;
            }
        }

        return false;
    }
}
