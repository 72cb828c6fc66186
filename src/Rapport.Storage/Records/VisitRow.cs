using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rapport.Storage.Records;

/// <summary>Where an appointment stands and where it stood: the document alone would forget that it moved.</summary>
internal sealed class VisitRow
{
    public required string Practice { get; set; }

    /// <summary>The appointment's id.</summary>
    public required string Id { get; set; }

    public required string Patient { get; set; }

    /// <summary>UTC ticks, as every instant here.</summary>
    public long? StartsAt { get; set; }

    public string? Status { get; set; }

    public long? MovedFrom { get; set; }

    public long? MovedAt { get; set; }

    public long? CancelledAt { get; set; }
}

internal sealed class VisitRowConfiguration : IEntityTypeConfiguration<VisitRow>
{
    public void Configure(EntityTypeBuilder<VisitRow> builder)
    {
        builder.ToTable("visits");
        builder.HasKey(v => new { v.Practice, v.Id });
        builder.HasIndex(v => new { v.Practice, v.Patient, v.Id });
    }
}
