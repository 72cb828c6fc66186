using System.Collections.Frozen;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Composing.Replies;

/// <summary>The words of a household's records and of the practice that name somebody or a place.</summary>
internal sealed class KnownValues
{
    public const string Name = "name";
    public const string Place = "place";

    private const int ShortestJoined = 3;

    // Parts of longer names that name nobody alone; a name of one word is never spared.
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
        ["de", "la", "las", "los", "del", "el", "y", "van", "von", "der", "da", "di", "du", "le", "bin", "al", "dr", "dra", "mr", "mrs", "ms", "miss", "sr", "sra", "jr", "md", "phd", "rn", "np", "dds"], StringComparer.Ordinal);

    // Words of addresses and of clinics' names that are the same everywhere.
    private static readonly FrozenSet<string> Generic = FrozenSet.ToFrozenSet(
        ["the", "of", "and", "at", "on", "in", "for", "street", "st", "avenue", "ave", "road", "rd", "lane", "drive", "boulevard", "blvd", "court", "place", "suite", "ste", "apt", "floor", "building", "room", "office", "clinic", "practice", "center",
            "centre", "health", "care", "medical", "medicine", "dental", "family", "group", "north", "south", "east", "west", "main", "calle", "oficina", "clinica", "consultorio", "centro", "salud", "hello", "info", "contact", "mail", "com", "org", "net", "www"],
        StringComparer.Ordinal);

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);

    private KnownValues()
    {
    }

    public static KnownValues Of(Household household, Practice practice, IEnumerable<string> people, IEnumerable<string> places)
    {
        var known = new KnownValues();
        foreach (var member in household.Members)
        {
            known.AddPatient(member);
        }

        known.Add(Name, people);
        known.Add(Place, [.. places, practice.Name, practice.ShortName, practice.NeutralName, practice.Email, .. practice.AddressLines]);
        return known;
    }

    /// <summary>The kind of a word that names somebody or a place, also as a plural or possessive; else null.</summary>
    public string? KindOf(string norm) =>
        _words.GetValueOrDefault(norm)
        ?? (norm.Length > 2 && norm[^1] is 's' ? _words.GetValueOrDefault(norm[..^1]) : null)
        ?? (norm.Length > 3 && norm.EndsWith("es", StringComparison.Ordinal) ? _words.GetValueOrDefault(norm[..^2]) : null);

    /// <summary>The kind of a name that was written in pieces: <c>Gra-ce</c>, <c>G r a c e</c>, <c>De la Cruz</c>.</summary>
    public string? KindOfJoined(string norm) => _joined.GetValueOrDefault(norm) ?? (norm.Length > ShortestJoined && norm[^1] is 's' ? _joined.GetValueOrDefault(norm[..^1]) : null);

    private void AddPatient(PatientPicture patient)
    {
        Add(Name, [patient.NameToUse, patient.FullName, patient.KnownClinician, patient.Id.Value, patient.Household.Value, .. patient.Visits.Select(v => v.Clinician)]);
        Add(Place, [.. patient.Visits.Select(v => v.Place)]);
        AddContacts(patient.Contacts);
        foreach (var caregiver in patient.Caregivers)
        {
            Add(Name, [caregiver.NameToUse, caregiver.FullName, caregiver.Id]);
            AddContacts(caregiver.Contacts);
        }

        // A note may name people whom no other record knows. Its common words are no names.
        Add(Name, patient.Notes.SelectMany(note => WordsOf(note.Text).Where(word => char.IsUpper(word[0]) && Guardrails.Reading.PersonNames.AreWordsToo(PlainText.Fold(word)))));
    }

    private void AddContacts(ValueList<ContactPoint> contacts)
    {
        foreach (var contact in contacts)
        {
            var value = contact.Channel is Channel.Email ? contact.Value.Split('@')[0] : contact.Value;
            Add(contact.Channel is Channel.Letter ? Place : Name, WordsOf(value).Where(word => word.Length > 1));
        }
    }

    private void Add(string kind, IEnumerable<string?> values)
    {
        foreach (var value in values)
        {
            Add(kind, value);
        }
    }

    private void Add(string kind, string? value)
    {
        string[] words = [.. WordsOf(value ?? "").Select(PlainText.Fold).Where(word => word.Length > 0)];
        for (var i = 0; i < words.Length; i++)
        {
            if (kind is Name ? words.Length is 1 || !Particles.Contains(words[i]) : !Generic.Contains(words[i]))
            {
                _words.TryAdd(words[i], kind);
                AddJoined(words[i], kind);
            }
        }

        AddJoined(string.Concat(words), kind);
    }

    private void AddJoined(string norm, string kind)
    {
        if (norm.Length >= ShortestJoined)
        {
            _joined.TryAdd(norm, kind);
        }
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var plain = PlainText.Of(text);
        for (var at = 0; at < plain.Length; at++)
        {
            var start = at;
            while (at < plain.Length && (char.IsLetterOrDigit(plain[at]) || char.IsSurrogate(plain[at]) || char.GetUnicodeCategory(plain[at]) is System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                at++;
            }

            if (at > start)
            {
                yield return plain[start..at];
            }
        }
    }
}
