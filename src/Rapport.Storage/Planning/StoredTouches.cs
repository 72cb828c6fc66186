using System.Data.Common;
using System.Text.Json;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Planning;
using Rapport.Storage.Composing;

namespace Rapport.Storage.Planning;

/// <summary>Reads touches out of rows and puts them in.</summary>
internal static class StoredTouches
{
    /// <summary>The columns of <see cref="TouchIn"/>, of the row <c>t</c>.</summary>
    public const string TouchColumns =
        """
        t.id, t.patient, t.household, t.program, t.subject, t.step, t.purpose, t.person_id, t.address, t.channel, t.language,
        t.not_before, t.best_at, t.expires_at, t.group_key, t.rule_version, t.findings, t.status
        """;

    /// <summary>The columns of <see cref="StoredTouchIn"/>, of the rows <c>t</c> and <c>m</c>.</summary>
    public const string Columns = TouchColumns + ", t.reason, t.sent_at, t.template, t.message_id, m.sealed";

    public const string From = "touches t LEFT JOIN messages m ON m.practice = t.practice AND m.id = t.message_id";

    public static Touch TouchIn(DbDataReader row) => new()
    {
        Id = new TouchId(row.GetGuid(0)),
        Patient = new PatientId(row.GetString(1)),
        Household = new HouseholdId(row.GetString(2)),
        Program = row.GetString(3),
        Subject = row.GetString(4),
        Step = row.GetString(5),
        Purpose = (Purpose)row.GetInt32(6),
        Recipient = new Recipient(row.TextOrNull(7), row.GetString(8)),
        Channel = (Channel)row.GetInt32(9),
        Language = new Language(row.GetString(10)),
        Window = new SendWindow(row.Instant(11), row.Instant(12), row.Instant(13)),
        GroupKey = row.GetString(14),
        RuleVersion = row.GetString(15),
        Because = [.. JsonSerializer.Deserialize(row.GetString(16), StorageJson.Default.FindingArray)!],
        Status = (TouchStatus)row.GetInt32(17),
    };

    public static StoredTouch StoredTouchIn(DbDataReader row, Sealer sealer) => new(
        TouchIn(row),
        row.TextOrNull(18),
        row.GuidOrNull(21) is { } id ? sealer.OpenMessage(id, row.GetString(20), row.Bytes(22)) : null,
        row.InstantOrNull(19));

    public static string FindingsOf(Touch touch) => JsonSerializer.Serialize([.. touch.Because], StorageJson.Default.FindingArray);
}
