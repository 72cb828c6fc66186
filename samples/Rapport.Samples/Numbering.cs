using System.Globalization;

namespace Rapport.Samples;

/// <summary>Ids in the order of writing: <c>p00001</c>, <c>a00001</c>.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count(string prefix) => _counts.GetValueOrDefault(prefix);

    public string Next(string prefix)
    {
        var number = _counts[prefix] = Count(prefix) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D5}");
    }
}
