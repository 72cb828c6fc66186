using Microsoft.Data.Sqlite;

namespace Rapport.Storage.Sqlite;

/// <summary>What SQLite's result codes mean for the person who starts Rapport (https://sqlite.org/rescode.html).</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StorageException InPlainWords(SqliteException fault, string path) => new(
        fault.SqliteErrorCode switch
        {
            Busy => $"{path} is locked by another program. Close it, or wait and try again.",
            ReadOnly => $"{path} cannot be written: it is read-only for this user.",
            Corrupt => $"{path} is damaged. Restore it from a backup.",
            Full => $"The disk that holds {path} is full.",
            CannotOpen => $"{path} cannot be opened. Check that its folder exists and that this user may write there.",
            NotADatabase => $"{path} is not a database. Name another file; this one was left as it is.",
            var code => $"{path} cannot be used (SQLite result code {code}).",
        },
        fault);
}
