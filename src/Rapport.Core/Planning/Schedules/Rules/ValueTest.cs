using Rapport.Core.Intake;
using Rapport.Core.Planning.Schedules.Facts;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Rules;

/// <summary>A measured value, or one component of it, lies within bounds or is one of some concepts.</summary>
internal sealed record ValueTest
{
    /// <summary>The component, such as the systolic pressure; empty for the value itself.</summary>
    public ConceptSet? Of { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public decimal? Above { get; init; }

    public decimal? Below { get; init; }

    public ConceptSet? Is { get; init; }

    /// <summary>True: there is a value; false: there is none.</summary>
    public bool? Known { get; init; }

    public bool? Yes { get; init; }

    public bool Holds(Fact fact, Scope scope)
    {
        var value = Of is null ? fact.Service?.Value : Component(fact, scope);
        if (Known is { } known && known != value is not null)
        {
            return false;
        }

        return (Yes is null || value?.YesNo == Yes) && IsOneOf(value, scope) && IsWithin(value?.Quantity);
    }

    private SourceValue? Component(Fact fact, Scope scope)
    {
        foreach (var component in fact.Service?.Components ?? [])
        {
            foreach (var code in component.Codes)
            {
                if (Of!.ContainsAny(scope.Chart.Codes.ConceptsOf(code)))
                {
                    return component.Value;
                }
            }
        }

        return null;
    }

    private bool IsOneOf(SourceValue? value, Scope scope)
    {
        if (Is is null)
        {
            return true;
        }

        foreach (var code in value?.Codes ?? ValueList<Code>.Empty)
        {
            if (Is.ContainsAny(scope.Chart.Codes.ConceptsOf(code)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWithin(decimal? quantity)
    {
        if (Min is null && Max is null && Above is null && Below is null)
        {
            return true;
        }

        return quantity is { } q
            && (Min is not { } min || q >= min)
            && (Max is not { } max || q <= max)
            && (Above is not { } above || q > above)
            && (Below is not { } below || q < below);
    }
}

/// <summary>The value of a named record passes a test.</summary>
internal sealed record ValueOf(int Name, ValueTest Test) : Rule
{
    public override Answer Ask(Scope scope) =>
        scope.Named[Name] is { } fact && Test.Holds(fact, scope) ? Answer.Yes : Answer.No;
}
