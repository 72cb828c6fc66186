using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rapport.Storage.Planning;

/// <summary>Something that a person at the practice must do.</summary>
internal sealed class StaffTaskRow
{
    public required string Practice { get; set; }

    public required string Patient { get; set; }

    public required string Program { get; set; }

    public required string Subject { get; set; }

    public required string Code { get; set; }

    public required string Because { get; set; }

    /// <summary>UTC ticks.</summary>
    public long OpenedAt { get; set; }
}

internal sealed class StaffTaskRowConfiguration : IEntityTypeConfiguration<StaffTaskRow>
{
    public void Configure(EntityTypeBuilder<StaffTaskRow> builder)
    {
        builder.ToTable("staff_tasks");
        builder.HasKey(t => new { t.Practice, t.Patient, t.Program, t.Subject, t.Code });
    }
}
