using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rapport.Storage.Intake;

/// <summary>One record of a chart or of the practice's directory, as a small document.</summary>
internal sealed class ChartRow
{
    public required string Practice { get; set; }

    public ChartKind Kind { get; set; }

    public required string Id { get; set; }

    /// <summary>Empty for the directory; <c>?system|value</c> while nobody with that identifier is known.</summary>
    public required string Patient { get; set; }

    /// <summary>UTC ticks.</summary>
    public long? UpdatedAt { get; set; }

    /// <summary>UTF-8 JSON of what the other columns do not say.</summary>
    public required byte[] Body { get; set; }
}

internal sealed class ChartRowConfiguration : IEntityTypeConfiguration<ChartRow>
{
    public void Configure(EntityTypeBuilder<ChartRow> builder)
    {
        builder.ToTable("chart");
        builder.HasKey(c => new { c.Practice, c.Kind, c.Id });

        // Whole charts are read patient by patient, the patient's own record first.
        builder.HasIndex(c => new { c.Practice, c.Patient, c.Kind, c.Id });
    }
}
