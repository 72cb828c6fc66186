using Rapport.Core.Intake;

namespace Rapport.Storage.Intake;

/// <summary>Finds the patient that a record speaks of.</summary>
/// <remarks>
/// A record whose patient is named by an identifier that nobody has yet is kept under that name, <c>?system|value</c>, and
/// handed to the patient as soon as one with the identifier arrives.
/// </remarks>
internal sealed class PatientReferences(Session session, string practice)
{
    private const char ByIdentifier = '?';

    // Two records that were merged are one person. LIMIT 2 tells one from several.
    private const string Find =
        """
        SELECT DISTINCT p.survivor
        FROM identifiers i JOIN patients p ON p.practice = i.practice AND p.id = i.patient
        WHERE i.practice = @practice AND i.value = @value AND (i.system = @system OR @system IS NULL)
        LIMIT 2
        """;

    // '@' follows '?': the range holds the documents that wait, and the index alone answers.
    private const string Waiting =
        "SELECT DISTINCT patient FROM chart WHERE practice = @practice AND patient >= '?' AND patient < '@'";

    private const string MoveDocuments = "UPDATE chart SET patient = @found WHERE practice = @practice AND patient = @name";
    private const string MoveVisits = "UPDATE visits SET patient = @found WHERE practice = @practice AND patient = @name";

    /// <summary>An id without its <c>Patient/</c>, and <c>?system|value</c> for a conditional reference.</summary>
    public static string NameIn(string reference) => reference switch
    {
        _ when reference.StartsWith("Patient/", StringComparison.Ordinal) => reference["Patient/".Length..],
        _ when reference.StartsWith("Patient?identifier=", StringComparison.Ordinal) => ByIdentifier + reference["Patient?identifier=".Length..],
        _ => reference,
    };

    /// <summary>The patient's id, or the name as it is where nobody, or more than one person, answers to it.</summary>
    public string Resolve(string reference)
    {
        var name = NameIn(reference);
        if (name is not [ByIdentifier, .. var identifier])
        {
            return name;
        }

        var cut = identifier.IndexOf('|', StringComparison.Ordinal);
        return Patient(cut <= 0 ? null : identifier[..cut], identifier[(cut + 1)..]) ?? name;
    }

    /// <summary>The one patient with this identifier; null for none or several, since we never guess.</summary>
    public string? Patient(string? system, string value)
    {
        using var rows = session[Find].Read(practice, value, system);
        if (!rows.Read())
        {
            return null;
        }

        var found = rows.GetString(0);
        return rows.Read() ? null : found;
    }

    /// <summary>Hands waiting records to those of these patients that they were about.</summary>
    public void HandOver(IEnumerable<SourcePatient> arrived)
    {
        var waiting = NamesWaiting();
        if (waiting.Count is 0)
        {
            return;
        }

        var answered = arrived.SelectMany(p => p.Identifiers)
            .SelectMany(i => new[] { $"?{i.System}|{i.Value}", $"?|{i.Value}", $"?{i.Value}" })
            .Where(waiting.Contains)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in answered)
        {
            if (Resolve(name) is { } found && found != name)
            {
                session[MoveDocuments].Run(found, practice, name);
                session[MoveVisits].Run(found, practice, name);
            }
        }
    }

    private HashSet<string> NamesWaiting()
    {
        using var rows = session[Waiting].Read(practice);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
