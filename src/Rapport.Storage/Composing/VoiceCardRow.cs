using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rapport.Storage.Composing;

/// <summary>How the practice or a clinician's team sounds. Instants are UTC ticks.</summary>
internal sealed class VoiceCardRow
{
    public required string Practice { get; set; }

    /// <summary>Empty for the practice itself: a key has no null.</summary>
    public required string Clinician { get; set; }

    /// <summary>JSON.</summary>
    public required string Card { get; set; }

    public long ProposedAt { get; set; }

    public string? ApprovedBy { get; set; }

    public long? ApprovedAt { get; set; }
}

internal sealed class VoiceCardRowConfiguration : IEntityTypeConfiguration<VoiceCardRow>
{
    public void Configure(EntityTypeBuilder<VoiceCardRow> builder)
    {
        builder.ToTable("voice_cards");
        builder.HasKey(v => new { v.Practice, v.Clinician });
    }
}
