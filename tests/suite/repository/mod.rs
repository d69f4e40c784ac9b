mod documentation;
mod generated_cases;
