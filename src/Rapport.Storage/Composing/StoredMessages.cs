using System.Text.Json;
using Rapport.Engine.Planning;

namespace Rapport.Storage.Composing;

/// <summary>Puts a message under seal and takes it out.</summary>
internal static class StoredMessages
{
    private const string Upsert =
        """
        INSERT INTO messages (practice, id, sealed) VALUES (@practice, @id, @sealed)
        ON CONFLICT (practice, id) DO UPDATE SET sealed = excluded.sealed
        """;

    /// <summary>Keeps a message; a message of the same id is replaced.</summary>
    public static void Keep(this Session session, Database database, StoredMessage message)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes([message.Subject!, message.Body, message.Provenance], StorageJson.Default.StringArray);
        session[Upsert].Run(database.Practice, message.Id, database.Sealer.Seal(message.Id, plain));
    }

    /// <summary>The template's name is no secret and stands beside the touch.</summary>
    public static StoredMessage OpenMessage(this Sealer sealer, Guid id, string template, byte[] text) =>
        JsonSerializer.Deserialize(sealer.Open(id, text), StorageJson.Default.StringArray) is [var subject, var body, var provenance]
            ? new StoredMessage(id, template, subject, body, provenance)
            : throw new StorageException($"Message {id:N} is not in a form that this version reads.");
}
