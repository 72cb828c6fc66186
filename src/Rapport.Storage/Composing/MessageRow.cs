using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rapport.Storage.Composing;

/// <summary>The words of a message, readable only with the practice's key.</summary>
internal sealed class MessageRow
{
    public required string Practice { get; set; }

    public Guid Id { get; set; }

    /// <summary>Subject, body and provenance under <see cref="Sealer"/>.</summary>
    public required byte[] Sealed { get; set; }
}

internal sealed class MessageRowConfiguration : IEntityTypeConfiguration<MessageRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(m => new { m.Practice, m.Id });
    }
}
