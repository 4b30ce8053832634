using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Contacts.Data;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.IsRecord("contacts_persons");
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        // In the order of the list, with what it leaves out: the list and its count read the index alone.
        builder.HasIndex(p => new { p.LastName, p.FirstName, p.MergedIntoId, p.ErasedOn, p.DepartedOn });
    }
}

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.IsPartOf("contacts_absences", a => a.Person, (Person p) => p.Absences, a => a.PersonId);
        builder.HasOne(a => a.Substitute).WithMany().HasForeignKey(a => a.SubstituteId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DepartureMapping : IEntityTypeConfiguration<Departure>
{
    public void Configure(EntityTypeBuilder<Departure> builder)
    {
        builder.IsPartOf("contacts_departures", d => d.Person, (Person p) => p.Departures, d => d.PersonId);
        builder.Property(d => d.Items).HasMaxLength(-1).IsTechnical();
        builder.HasOne(d => d.Successor).WithMany().HasForeignKey(d => d.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.IsPartOf("contacts_staff", s => s.Person, (Person p) => p.Employments, s => s.PersonId);
        builder.HasOne(s => s.Establishment).WithMany().HasForeignKey(s => s.EstablishmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
