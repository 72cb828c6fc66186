namespace Rapport.Core.Planning.Schedules.Facts;

/// <summary>A set of concept numbers, held as bits so that "has this person anything of the kind?" costs nothing.</summary>
internal sealed class ConceptSet
{
    private readonly ulong[] _bits;

    public ConceptSet(int conceptCount) => _bits = new ulong[(conceptCount + 63) / 64];

    public bool IsEmpty { get; private set; } = true;

    public void Add(ushort concept)
    {
        _bits[concept >> 6] |= 1UL << (concept & 63);
        IsEmpty = false;
    }

    public bool Contains(ushort concept) => (_bits[concept >> 6] & (1UL << (concept & 63))) != 0;

    public bool ContainsAny(ushort[] concepts)
    {
        foreach (var concept in concepts)
        {
            if (Contains(concept))
            {
                return true;
            }
        }

        return false;
    }

    public bool Overlaps(ConceptSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            if ((_bits[i] & other._bits[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
