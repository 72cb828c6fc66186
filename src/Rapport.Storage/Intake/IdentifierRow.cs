using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rapport.Storage.Intake;

/// <summary>A business identifier of a patient.</summary>
internal sealed class IdentifierRow
{
    public required string Practice { get; set; }

    public required string Value { get; set; }

    public required string System { get; set; }

    public required string Patient { get; set; }
}

internal sealed class IdentifierRowConfiguration : IEntityTypeConfiguration<IdentifierRow>
{
    public void Configure(EntityTypeBuilder<IdentifierRow> builder)
    {
        builder.ToTable("identifiers");

        // The value comes first because it may be looked up without its system.
        builder.HasKey(i => new { i.Practice, i.Value, i.System, i.Patient });
        builder.HasIndex(i => new { i.Practice, i.Patient });
    }
}
