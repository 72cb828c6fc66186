using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>Finds who belongs together: a phone, an e-mail address, or a home address with the same family name ties two patients.</summary>
/// <remarks>Union-find with path halving; the household is named after the smallest patient id, so that the order of records does not matter.</remarks>
public sealed class HouseholdFinder(string country)
{
    private readonly List<string> _patients = [];
    private readonly List<int> _parents = [];
    private readonly Dictionary<ulong, int> _byTie = [];

    /// <summary>Adds a patient with the people who act for them.</summary>
    public void Add(SourcePatient patient, IEnumerable<SourceRelatedPerson> relatedPersons)
    {
        var me = _patients.Count;
        _patients.Add(patient.Id);
        _parents.Add(me);
        foreach (var tie in Ties(patient, relatedPersons))
        {
            var key = Chance.Of(tie);   // 64 bits of a tie instead of its text: a million homes stay small
            if (_byTie.TryGetValue(key, out var other))
            {
                Join(me, other);
            }
            else
            {
                _byTie[key] = me;
            }
        }
    }

    /// <summary>Every patient with their household.</summary>
    public IEnumerable<(PatientId Patient, HouseholdId Household)> Found()
    {
        var names = new string?[_patients.Count];
        for (var i = 0; i < _patients.Count; i++)
        {
            var root = Root(i);
            if (names[root] is not { } name || string.CompareOrdinal(_patients[i], name) < 0)
            {
                names[root] = _patients[i];
            }
        }

        for (var i = 0; i < _patients.Count; i++)
        {
            yield return (new PatientId(_patients[i]), new HouseholdId(names[Root(i)]!));
        }
    }

    private IEnumerable<string> Ties(SourcePatient patient, IEnumerable<SourceRelatedPerson> relatedPersons)
    {
        var family = patient.Names.FirstOrDefault(n => n.Use is not "old")?.Family;
        foreach (var address in patient.Addresses.Where(a => a.Use is not "old" && a.Until is null))
        {
            if (family is not null && Addresses.HomeKey(address) is { } home)
            {
                yield return $"home {home} {Addresses.Fold(family)}";
            }
        }

        foreach (var telecom in patient.Telecoms.Concat(relatedPersons.Where(r => r.IsActive).SelectMany(r => r.Telecoms)))
        {
            if (telecom.Use is not ("old" or "work") && telecom.Until is null && Canonical(telecom) is { } address)
            {
                yield return address;
            }
        }
    }

    private string? Canonical(SourceTelecom telecom) => telecom.System switch
    {
        "phone" or "sms" => Addresses.Phone(telecom.Value, country),
        "email" => Addresses.Email(telecom.Value),
        _ => null,
    };

    private void Join(int a, int b)
    {
        var (x, y) = (Root(a), Root(b));
        _parents[Math.Max(x, y)] = Math.Min(x, y);
    }

    private int Root(int i)
    {
        while (_parents[i] != i)
        {
            _parents[i] = _parents[_parents[i]];
            i = _parents[i];
        }

        return i;
    }
}
