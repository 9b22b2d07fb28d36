"""Element names of systems whose pages need nothing more than them."""

from companion.intake.ats import greenhouse, lever, linkedin, personio, recruitee, workable, workday
from companion.intake.ats.dom import Selectors

SELECTORS: dict[str, Selectors] = {
    "greenhouse": greenhouse.SELECTORS,
    "lever": lever.SELECTORS,
    "linkedin": linkedin.SELECTORS,
    "personio": personio.SELECTORS,
    "recruitee": recruitee.SELECTORS,
    "workable": workable.SELECTORS,
    "workday": workday.SELECTORS,
    "teamtailor": Selectors(
        title=("h1.font-company-header", "h1"),
        place=("[data-controller*=location]", "dl dd [href*=locations]"),
        description=("[class*=company-links] .prose", ".prose", "section [class*=prose]"),
        company_from_title="after",
    ),
    "breezy": Selectors(
        title=(".banner h1", "h1:not(.polygot)"),
        company=("h2.company-name", ".company-name"),
        place=(".banner .meta .location span:first-child", ".meta .location"),
        mode=(".banner .meta .location",),
        employment=(".banner .meta .type",),
        pay=(".banner .meta .salary-range",),
        description=(".description",),
    ),
    "pinpoint": Selectors(
        title=(".external-panel__title--large", "h1"),
        place=("dd.pinpoint-job-sidebar--location",),
        mode=("dd.pinpoint-job-sidebar--workplace-type",),
        employment=("dd.pinpoint-job-sidebar--employment-type",),
        pay=("dd.pinpoint-job-sidebar--compensation",),
        until=("dd.pinpoint-job-sidebar--deadline",),
        description=(".external-panel__trix-content",),
    ),
    "trakstar": Selectors(
        title=(".js-job-title", ".jobtitle", "h1"),
        place=(".meta-job-location-city",),
        description=(".jobdesciption", ".jobdescription", "[class*=job-description]"),
    ),
    "jazzhr": Selectors(
        title=(".job-header h1", "h1", ".job-header h2"),
        place=(".job-attributes .fa-map-marker", "[title=Location]", ".job-attributes-container li:first-child"),
        description=("#job-description", ".job-details .description", ".description"),
        company_from_title="after",
    ),
    "jobvite": Selectors(
        title=(".jv-header", "h2.jv-header"),
        place=(".jv-job-detail-meta",),
        description=(".jv-job-detail-description",),
    ),
    "icims": Selectors(
        title=(".iCIMS_Header h1", "h1.title", ".iCIMS_JobHeaderTitle"),
        place=(".iCIMS_JobHeaderGroup .iCIMS_JobHeaderTag:first-child dd", "[class*=iCIMS_JobHeaderData] span"),
        description=(".iCIMS_JobContent .iCIMS_InfoMsg_Job", ".iCIMS_JobContent"),
    ),
    "taleo": Selectors(
        title=(
            "[id$='reqTitleLinkAction.row1']",
            ".titlepage",
            "#requisitionDescriptionInterface\\.reqTitleLinkAction\\.row1",
        ),
        place=("[id*='reqlocation']", "[id*='ID1706']"),
        description=("[id*='requisitionDescription']", ".editablesection"),
    ),
    "successfactors": Selectors(
        title=("#candidateProfileTitle", "[itemprop=title]", "h1#job-title", ".jobTitle h1"),
        place=("[itemprop=jobLocation]", ".jobGeoLocation", ".jobLocation"),
        posted=("[itemprop=datePosted]", "#job-date"),
        description=(
            ".jobdescription",
            "[itemprop=description]",
            ".externalPosting .joqReqDescription",
            ".joqReqDescription",
        ),
    ),
    "oracle": Selectors(
        title=(".job-details__title", "h1.heading-section__title", "h1.job-details__title"),
        place=(".job-details__subtitle", "[data-bind*=primaryLocation]"),
        description=(".job-details__description-content",),
    ),
    "smartrecruiters": Selectors(
        title=("h1.job-title", "[itemprop=title]"),
        company=("[itemprop=hiringOrganization] [itemprop=name]",),
        place=("spl-job-location", "[itemprop=address]"),
        employment=("[itemprop=employmentType]",),
        description=("[itemprop=description]",),
    ),
    "bamboohr": Selectors(
        title=("h2[class*=jss]", "h1", "h2.fabric-h2"),
        description=(".BambooRichText", "[class*=BambooRichText]"),
        company_from_title="after",
    ),
    "rippling": Selectors(title=("h1", "h2"), description=("[class*=ATS_htmlPreview]",)),
    "indeed": Selectors(
        title=("[data-testid=jobsearch-JobInfoHeader-title]", "h1.jobsearch-JobInfoHeader-title", "h2.jobTitle"),
        company=(
            "[data-testid=inlineHeader-companyName]",
            "[data-company-name=true]",
            ".jobsearch-InlineCompanyRating div",
        ),
        place=("[data-testid=inlineHeader-companyLocation]", "[data-testid=job-location]", "#jobLocationText"),
        employment=("#salaryInfoAndJobType",),
        pay=("#salaryInfoAndJobType",),
        description=("#jobDescriptionText",),
        apply=("#applyButtonLinkContainer a[href]",),
    ),
    "naukri": Selectors(
        title=("[class*=jd-header-title]", "h1.jd-header-title"),
        company=("[class*=jd-header-comp-name] a", "[class*=jd-header-comp-name]"),
        place=("[class*=jhc__location]", "[class*=jhc__loc]"),
        mode=("[class*=jhc__wfhmode]",),
        pay=("[class*=jhc__salary]",),
        posted=("[class*=jhc__stat]",),
        description=("[class*=JDC__dang-inner-html]", "[class*=job-desc-container]"),
    ),
    "glassdoor": Selectors(
        title=("[data-test=job-title]", "h1[id^=jd-job-title]", "[class*=heading_Heading]"),
        company=("[data-test=employer-name]", "[class*=EmployerProfile_employerNameHeading]"),
        place=("[data-test=location]",),
        pay=("[data-test=detailSalary]",),
        description=("[class*=JobDetails_jobDescription]", "#JobDescriptionContainer", ".jobDescriptionContent"),
    ),
    "seek": Selectors(
        title=("[data-automation=job-detail-title]",),
        company=("[data-automation=advertiser-name]",),
        place=("[data-automation=job-detail-location]",),
        employment=("[data-automation=job-detail-work-type]",),
        pay=("[data-automation=job-detail-salary]",),
        description=("[data-automation=jobAdDetails]",),
    ),
    "stepstone": Selectors(
        title=("[data-at=header-job-title]", "h1.listing__job-title", "h1"),
        company=("[data-at=metadata-company-name]",),
        place=("[data-at=metadata-location]",),
        employment=("[data-at=metadata-contract-type]", "[data-at=metadata-work-type]"),
        posted=("[data-at=metadata-online-date]",),
        description=("[data-at=job-ad-content]", "[class*=listing-content]"),
    ),
    "charityjob": Selectors(
        title=("h1.job-title",),
        company=(
            ".job-detail-header .organisation a",
            "h1.job-title ~ div a.text-link",
            ".job-detail-header a.text-link",
        ),
        description=(".job-description",),
    ),
}
"""ATS or portal → element names. A system missing here is read as any page."""
