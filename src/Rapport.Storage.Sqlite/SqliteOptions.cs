namespace Rapport.Storage.Sqlite;

/// <summary>Where a practice keeps its data.</summary>
/// <param name="Path">The database file; made where it does not exist.</param>
/// <param name="Practice">The practice's short name, which leads every key.</param>
/// <param name="Key">32 bytes, under which the words of messages are encrypted. Lost key, lost words.</param>
public sealed record SqliteOptions(string Path, string Practice, byte[] Key)
{
    public override string ToString() => $"{Practice} in {Path}";
}
