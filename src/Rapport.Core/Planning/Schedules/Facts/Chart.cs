using Rapport.Core.Records;

namespace Rapport.Core.Planning.Schedules.Facts;

/// <summary>What is on record of one person, as facts that rules can ask for; made once, asked by every row.</summary>
internal sealed class Chart
{
    private readonly ConceptSet _concepts;
    private readonly Fact[] _facts;

    public Chart(PatientPicture picture, CodeBook codes)
    {
        Picture = picture;
        Codes = codes;
        _facts = [.. FactReader.Read(picture, codes)];
        Array.Sort(_facts, InOrder);
        _concepts = new ConceptSet(codes.Concepts.Count);
        foreach (var fact in _facts)
        {
            NamesServices |= fact.NamedService is not null;
            foreach (var concept in fact.Concepts)
            {
                _concepts.Add(concept);
            }
        }
    }

    public PatientPicture Picture { get; }

    public CodeBook Codes { get; }

    /// <summary>In order of day and then of record, so that the order in which a feed gave them never matters.</summary>
    public ReadOnlySpan<Fact> Facts => _facts;

    /// <summary>Whether a record names one of our rows itself, such as a service that the patient told us of.</summary>
    public bool NamesServices { get; }

    public bool HasAnyOf(ConceptSet concepts) => _concepts.Overlaps(concepts);

    public Fact? Visit(string? reference)
    {
        foreach (var fact in _facts)
        {
            if (reference is not null && fact.Kind is FactKind.Visit && reference.EndsWith(fact.Visit!.Id, StringComparison.Ordinal))
            {
                return fact;
            }
        }

        return null;
    }

    private static int InOrder(Fact a, Fact b)
    {
        var byDay = Nullable.Compare(a.DoneOn, b.DoneOn);
        return byDay != 0 ? byDay : string.CompareOrdinal(a.Record, b.Record);
    }
}
