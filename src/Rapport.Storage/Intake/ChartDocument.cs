using System.Buffers;
using Rapport.Core.Intake;

namespace Rapport.Storage.Intake;

/// <summary>A record ready to be stored.</summary>
internal readonly record struct ChartDocument(SourceRecord Record, ChartKind Kind, byte[] Body)
{
    public static ChartDocument Of(SourceRecord record) => OfAll([record])[0];

    /// <summary>Encodes records before their transaction begins, so that it is short.</summary>
    public static ChartDocument[] OfAll(IReadOnlyList<SourceRecord> records)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = ChartJson.WriterTo(buffer);
        var documents = new ChartDocument[records.Count];
        for (var i = 0; i < documents.Length; i++)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            ChartJson.Write(writer, records[i]);
            writer.Flush();
            documents[i] = new ChartDocument(records[i], ChartKinds.KindOf(records[i]), buffer.WrittenSpan.ToArray());
        }

        return documents;
    }

    /// <summary>The kind and the id: the body is patient data.</summary>
    public override string ToString() => Record.ToString();
}
