using Rapport.Storage.Intake;

namespace Rapport.Storage.Records;

/// <summary>Follows merges to their end, so that a merged record is read as part of its survivor's chart.</summary>
internal sealed class Merges(Session session, string practice)
{
    private const string ReadMerged =
        "SELECT id, merged_into, survivor FROM patients WHERE practice = @practice AND merged_into IS NOT NULL";

    private const string Exists = "SELECT 1 FROM patients WHERE practice = @practice AND id = @id";

    private const string SetSurvivor =
        """
        UPDATE patients SET survivor = @survivor,
            household = (SELECT s.household FROM patients s WHERE s.practice = @practice AND s.id = @survivor)
        WHERE practice = @practice AND id = @id
        """;

    /// <summary>Gives every merged patient its survivor; one whose chain ends with a stranger, or in a ring, is read by itself.</summary>
    public void Follow(PatientReferences references)
    {
        var merged = Read();
        foreach (var (id, (_, before)) in merged)
        {
            var end = EndOf(id, merged, references);
            var survivor = session[Exists].One(practice, end) is null ? id : end;
            if (survivor != before)
            {
                session[SetSurvivor].Run(survivor, practice, id);
            }
        }
    }

    private static string EndOf(string id, Dictionary<string, (string Into, string Survivor)> merged, PatientReferences references)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal) { id };
        var end = id;
        while (merged.TryGetValue(end, out var step))
        {
            end = references.Resolve(step.Into);
            if (!passed.Add(end))
            {
                return id;
            }
        }

        return end;
    }

    private Dictionary<string, (string Into, string Survivor)> Read()
    {
        using var rows = session[ReadMerged].Read(practice);
        var merged = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        while (rows.Read())
        {
            merged[rows.GetString(0)] = (rows.GetString(1), rows.GetString(2));
        }

        return merged;
    }
}
