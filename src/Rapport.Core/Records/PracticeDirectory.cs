using Rapport.Core.Intake;

namespace Rapport.Core.Records;

/// <summary>Who works at the practice and where: resolves the references of charts into names that patients know.</summary>
public sealed class PracticeDirectory
{
    private readonly Dictionary<string, string> _clinicians = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    public PracticeDirectory(IEnumerable<SourceRecord> records)
    {
        var roles = new List<SourceRole>();
        foreach (var record in records)
        {
            switch (record)
            {
                case SourcePractitioner practitioner when PersonNames.Clinician(practitioner.Names) is { } name:
                    Add(_clinicians, "Practitioner", practitioner.Id, practitioner.Identifiers, name);
                    break;
                case SourceLocation location when PlaceName(location) is { } name:
                    Add(_places, "Location", location.Id, location.Identifiers, name);
                    break;
                case SourceRole role:
                    roles.Add(role);
                    break;
            }
        }

        foreach (var role in roles)
        {
            if (role.Practitioner is { } practitioner && _clinicians.TryGetValue(practitioner, out var name))
            {
                _clinicians.TryAdd($"PractitionerRole/{role.Id}", name);
            }
        }
    }

    /// <summary>The first of these that we know by name.</summary>
    public string? Clinician(IEnumerable<string> references) => references.Select(r => _clinicians.GetValueOrDefault(r)).FirstOrDefault(n => n is not null);

    public string? Place(string? reference) => reference is null ? null : _places.GetValueOrDefault(reference);

    private static void Add(Dictionary<string, string> names, string type, string id, IEnumerable<SourceIdentifier> identifiers, string name)
    {
        names.TryAdd($"{type}/{id}", name);
        foreach (var identifier in identifiers)
        {
            names.TryAdd($"{type}?identifier={identifier.System}|{identifier.Value}", name);
        }
    }

    private static string? PlaceName(SourceLocation location) =>
        location.Address is { Lines.Count: > 0 } address ? address.Lines[0] : location.Name;
}
