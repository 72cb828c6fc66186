using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rapport.Storage;

/// <summary>A practice whose data is here.</summary>
internal sealed class PracticeRow
{
    public required string Practice { get; set; }

    /// <summary>Known words under the practice's key, so that a wrong key is noticed when the file is opened.</summary>
    public required byte[] KeyCheck { get; set; }
}

internal sealed class PracticeRowConfiguration : IEntityTypeConfiguration<PracticeRow>
{
    public void Configure(EntityTypeBuilder<PracticeRow> builder)
    {
        builder.ToTable("practices");
        builder.HasKey(p => p.Practice);
    }
}
