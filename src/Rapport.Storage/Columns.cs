using System.Data.Common;

namespace Rapport.Storage;

/// <summary>How values stand in columns: an instant as its UTC ticks, so that it sorts and comes back to the tick.</summary>
internal static class Columns
{
    extension(DbDataReader row)
    {
        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public DateTimeOffset Instant(int column) => new(row.GetInt64(column), TimeSpan.Zero);

        public DateTimeOffset? InstantOrNull(int column) => row.IsDBNull(column) ? null : row.Instant(column);

        public Guid? GuidOrNull(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

        public byte[] Bytes(int column) => row.GetFieldValue<byte[]>(column);
    }
}
