using System.Runtime.InteropServices;
using Rapport.Core.Primitives;

namespace Rapport.Formats.Fhir.Json;

/// <summary>A list that is being read. Most lists in FHIR hold one item, and that one costs nothing extra.</summary>
internal struct ListDraft<T>
{
    private T? _first;
    private List<T>? _all;
    private bool _hasOne;

    public readonly bool IsEmpty => !_hasOne;

    public void Add(T item)
    {
        if (!_hasOne)
        {
            _first = item;
            _hasOne = true;
            return;
        }

        _all ??= [_first!];
        _all.Add(item);
    }

    public void AddFirst(T item)
    {
        if (!_hasOne)
        {
            Add(item);
            return;
        }

        _all ??= [_first!];
        _all.Insert(0, item);
    }

    public void AddAll(ValueList<T> items)
    {
        foreach (var item in items.AsSpan())
        {
            Add(item);
        }
    }

    public readonly ValueList<T> ToValueList() => (_all, _hasOne) switch
    {
        ({ } all, _) => ValueList.Create<T>(CollectionsMarshal.AsSpan(all)),
        (null, true) => ValueList.Create<T>([_first!]),
        _ => ValueList<T>.Empty,
    };
}
